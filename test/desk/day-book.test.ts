import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inputText } from '../../durable-objects/day/input-hash.ts'
import { DayBook } from '../../durable-objects/day-book.ts'
import type { Claim, ClaimRequest, Span } from '../../worker/kernel/claims.ts'
import { HOUR_MS, MINUTE_MS } from '../../worker/kernel/time.ts'
import { NaiveBook } from './naive-book.ts'
import { deskOfNewOffice, openScreen } from './screens.ts'

const NINE = Date.UTC(2026, 10, 23, 9)
const at = (startHour: number, endHour: number, resourceId = 'staff:anna'): Span => ({
  resourceId,
  startsAt: NINE + startHour * HOUR_MS,
  endsAt: NINE + endHour * HOUR_MS,
})
const request = (appointmentId: string, spans: Span[], key = crypto.randomUUID()): ClaimRequest => ({
  key,
  appointmentId,
  spans,
})
const inSoLong = (ms: number) => Date.now() + ms
const allDay = (resourceIds = ['staff:anna']) => [NINE - 24 * HOUR_MS, NINE + 24 * HOUR_MS, resourceIds] as const

describe('claims', () => {
  it('lets one of a hundred overlapping claims win that come at the same time', async () => {
    const desk = deskOfNewOffice()
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, i) => desk.claim(request(`a${i}`, [at(i / 200, 1 + i / 200)]))),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.filter((answer) => !answer.ok && answer.why === 'taken')).toHaveLength(99)
    expect(await desk.claimsBetween(...allDay())).toHaveLength(1)
  })

  it('lets appointments touch that do not overlap', async () => {
    const desk = deskOfNewOffice()
    for (const [id, span] of [
      ['a', at(1, 2)],
      ['b', at(0, 1)],
      ['c', at(2, 3)],
    ] as const)
      expect(await desk.claim(request(id, [span]))).toEqual({ ok: true, version: 1 })
  })

  it('claims all the time an appointment needs or nothing, and names what is taken', async () => {
    const desk = deskOfNewOffice()
    await desk.claim(request('a', [at(0, 1, 'room:1')]))
    expect(await desk.claim(request('b', [at(0, 1), at(0, 1, 'room:1')]))).toEqual({
      ok: false,
      why: 'taken',
      resourceIds: ['room:1'],
    })
    expect(await desk.claimsBetween(...allDay())).toEqual([])
  })

  it('refuses spans that cannot be claimed', async () => {
    const desk = deskOfNewOffice()
    for (const spans of [[], [at(1, 1)], [at(2, 1)], [at(0, 2), at(1, 3)], [{ ...at(0, 1), startsAt: Number.NaN }]])
      expect(await desk.claim(request('a', spans))).toEqual({ ok: false, why: 'invalid' })
    expect(await desk.hold({ ...request('a', [at(0, 1)]), expiresAt: inSoLong(-1) })).toEqual({
      ok: false,
      why: 'invalid',
    })
  })

  it('moves onto its own old time, and leaves everything as it was when the new time is taken', async () => {
    const desk = deskOfNewOffice()
    await desk.claim(request('a', [at(0, 2)]))
    await desk.claim(request('b', [at(4, 5)]))
    expect(await desk.move(request('a', [at(1, 3)]))).toEqual({ ok: true, version: 2 })
    const before = await desk.claimsBetween(...allDay())
    expect(await desk.move(request('a', [at(3, 5)]))).toMatchObject({ ok: false, why: 'taken' })
    expect(await desk.claimsBetween(...allDay())).toEqual(before)
    expect(await desk.move(request('nobody', [at(8, 9)]))).toEqual({ ok: false, why: 'not_claimed' })
  })

  it('gives released time to whoever comes next, and counts the version on', async () => {
    const desk = deskOfNewOffice()
    await desk.claim(request('a', [at(0, 1)]))
    expect(await desk.release({ key: 'r1', appointmentId: 'a' })).toEqual({ ok: true, version: 2 })
    expect(await desk.release({ key: 'r2', appointmentId: 'a' })).toEqual({ ok: true, version: 2 })
    expect(await desk.claim(request('b', [at(0, 1)]))).toEqual({ ok: true, version: 1 })
    expect(await desk.claim(request('a', [at(1, 2)]))).toEqual({ ok: true, version: 3 })
  })

  it('finds what shares an instant with the range, of the resources asked for', async () => {
    const desk = deskOfNewOffice()
    await desk.claim(request('a', [at(0, 2), at(0, 2, 'room:1')]))
    await desk.claim(request('b', [at(2, 3)]))
    const found = async (from: number, to: number, resources: string[]) =>
      (await desk.claimsBetween(NINE + from * HOUR_MS, NINE + to * HOUR_MS, resources)).map(({ id }) => id)
    expect(await found(1, 2, ['staff:anna'])).toEqual(['a:1'])
    expect(await found(1, 3, ['staff:anna', 'room:1'])).toEqual(['a:1', 'a:2', 'b:1'])
    expect(await found(3, 4, ['staff:anna', 'room:1'])).toEqual([])
    const many = Array.from({ length: 500 }, (_, i) => `room:${i}`)
    expect(await found(0, 4, many)).toEqual(['a:2'])
  })
})

describe('requests that come twice', () => {
  it('get the first answer, also when the time is long taken and the object was evicted', async () => {
    const desk = deskOfNewOffice()
    const first = request('a', [at(0, 1)])
    const answers = await Promise.all([desk.claim(first), desk.claim(first), desk.claim(first)])
    await evictDurableObject(desk)
    answers.push(await desk.claim(first))
    expect(answers).toEqual(Array(4).fill({ ok: true, version: 1 }))
    expect(await desk.claimsBetween(...allDay())).toHaveLength(1)
  })

  it('are refused when the same key asks for something else', async () => {
    const desk = deskOfNewOffice()
    await desk.claim(request('a', [at(0, 1)], 'key'))
    const reused = { ok: false, why: 'key_reused' }
    expect(await desk.claim(request('a', [at(1, 2)], 'key'))).toEqual(reused)
    expect(await desk.claim(request('b', [at(0, 1)], 'key'))).toEqual(reused)
    expect(await desk.move(request('a', [at(0, 1)], 'key'))).toEqual(reused)
    expect(await desk.release({ key: 'key', appointmentId: 'a' })).toEqual(reused)
  })

  it('are tried again after a refusal', async () => {
    const desk = deskOfNewOffice()
    const wish = request('b', [at(0, 1)])
    await desk.claim(request('a', [at(0, 1)]))
    expect(await desk.claim(wish)).toMatchObject({ ok: false, why: 'taken' })
    await desk.release({ key: 'r', appointmentId: 'a' })
    expect(await desk.claim(wish)).toEqual({ ok: true, version: 1 })
  })
})

describe('holds', () => {
  it('keep others out until they are confirmed in place', async () => {
    const desk = deskOfNewOffice()
    await desk.hold({ ...request('a', [at(0, 1)]), expiresAt: inSoLong(MINUTE_MS) })
    expect(await desk.claim(request('b', [at(0, 1)]))).toMatchObject({ ok: false, why: 'taken' })
    expect(await desk.claim(request('a', [at(0, 1)]))).toEqual({ ok: true, version: 2 })
    expect(await desk.claim(request('a', [at(2, 3)]))).toEqual({ ok: false, why: 'booked_already' })
    expect(await desk.claimsBetween(...allDay())).toMatchObject([{ id: 'a:1', status: 'booked', expiresAt: null }])
  })

  it('end by the alarm, and every screen is told', async () => {
    const desk = deskOfNewOffice()
    const screen = await openScreen(desk)
    screen.say({ type: 'hello', since: null })
    await screen.hears('welcome')
    await desk.hold({ ...request('a', [at(0, 1)]), expiresAt: inSoLong(20) })
    await desk.hold({ ...request('b', [at(2, 3)]), expiresAt: inSoLong(HOUR_MS) })
    await evictDurableObject(desk)
    const [told] = await screen.hears('events')
    expect(told?.events).toEqual([{ seq: 1, topic: 'appointment', ids: ['a'], by: null }])
    expect(await desk.claimsBetween(...allDay())).toMatchObject([{ id: 'b:1', status: 'held' }])
    expect(await runDurableObjectAlarm(desk)).toBe(true)
  })

  it('give way when they have run out, however late the alarm is', async () => {
    await runInDurableObject(deskOfNewOffice(), (_, { storage }) => {
      const freed: string[] = []
      const book = new DayBook(storage, (ids) => freed.push(...ids))
      const asking = (now: number) => ({ hash: '', now })
      book.hold({ ...request('a', [at(0, 1)]), expiresAt: NINE + 1 }, asking(NINE))
      expect(book.claim(request('b', [at(0, 1)]), asking(NINE))).toMatchObject({ ok: false, why: 'taken' })
      expect(book.claim(request('b', [at(0, 1)]), asking(NINE + 1))).toEqual({ ok: true, version: 1 })
      expect(freed).toEqual(['a'])
    })
  })
})

describe('the book and its copy', () => {
  const booked = async () => {
    const desk = deskOfNewOffice()
    await desk.claim(request('a', [at(0, 1), at(0, 1, 'room:1')]))
    await desk.claim(request('b', [at(2, 3)]))
    const copy = await desk.claimsBetween(...allDay(['staff:anna', 'room:1']))
    return { desk, copy }
  }
  const range = [NINE, NINE + 24 * HOUR_MS] as const

  it('agree when nothing was lost', async () => {
    const { desk, copy } = await booked()
    expect(await desk.reconcile(...range, copy)).toEqual({ missing: [], unexpected: [], different: [] })
  })

  it('tell what the copy lacks, has too much and has otherwise', async () => {
    const { desk, copy } = await booked()
    const [first, second, third] = [copy[0]!, copy[1]!, copy[2]!]
    const stale = { ...second, version: 0 }
    const ghost = { ...third, id: 'ghost:1', appointmentId: 'ghost' }
    expect(await desk.reconcile(...range, [stale, third, ghost])).toEqual({
      missing: [first],
      unexpected: [ghost],
      different: [{ book: second, copy: stale }],
    })
  })

  it('are the same again after a rebuild, which holds and answers do not disturb', async () => {
    const { desk, copy } = await booked()
    await desk.hold({ ...request('h', [at(6, 7)]), expiresAt: inSoLong(HOUR_MS) })
    expect(await desk.rebuild(copy)).toEqual({ ok: true, claims: 3 })
    await evictDurableObject(desk)
    expect(await desk.claimsBetween(...allDay(['staff:anna', 'room:1']))).toEqual(copy)
    expect(await desk.claim(request('c', [at(0, 1)]))).toMatchObject({ ok: false, why: 'taken' })
  })

  it('are not rebuilt from claims that cannot all be true', async () => {
    const { desk, copy } = await booked()
    const double = { ...copy[0]!, id: 'double:1', appointmentId: 'double' }
    expect(await desk.rebuild([...copy, double])).toMatchObject({ ok: false, why: 'overlapping' })
    expect(await desk.rebuild([{ ...double, endsAt: double.startsAt }])).toEqual({ ok: false, why: 'invalid' })
    expect(await desk.claimsBetween(...allDay(['staff:anna', 'room:1']))).toEqual(copy)
  })
})

describe('the day-book against a naive one', () => {
  const span = fc
    .tuple(fc.constantFrom('r1', 'r2'), fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 8 }))
    .map(([resourceId, startsAt, length]) => ({ resourceId, startsAt, endsAt: startsAt + length }))
  const spans = fc.uniqueArray(span, { minLength: 1, maxLength: 2, selector: ({ resourceId }) => resourceId })
  const wish = fc.record({
    verb: fc.constantFrom('hold', 'claim', 'claim', 'move', 'release'),
    key: fc.integer({ min: 0, max: 20 }).map(String),
    appointmentId: fc.constantFrom('a', 'b', 'c', 'd'),
    spans,
    expiresAt: fc.integer({ min: 95, max: 115 }),
  })
  type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never
  // Few wishes, each asked several times: most keys come twice, some with other words.
  const sequence = fc
    .array(wish, { minLength: 5, maxLength: 20, size: 'max' })
    .chain((wishes) => fc.array(fc.constantFrom(...wishes), { minLength: 10, maxLength: 60, size: 'max' }))

  const ask = (book: DayBook, naive: NaiveBook, { verb, expiresAt, ...request }: Wish, now: number) => {
    const hashed = (asked: Parameters<typeof inputText>[0]) => ({ hash: inputText(asked), now })
    switch (verb) {
      case 'hold': {
        const hold = { ...request, expiresAt }
        return [book.hold(hold, hashed({ verb, request: hold })), naive.hold(hold, now)]
      }
      case 'release': {
        const { key, appointmentId } = request
        const release = { key, appointmentId }
        return [book.release(release, hashed({ verb, request: release })), naive.release(release, now)]
      }
      case 'claim':
        return [book.claim(request, hashed({ verb, request })), naive.claim(request, now)]
      default:
        return [book.move(request, hashed({ verb: 'move', request })), naive.move(request, now)]
    }
  }
  const asText = (claims: Omit<Claim, 'id' | 'expiresAt'>[]) =>
    claims
      .map(({ appointmentId, resourceId, startsAt, endsAt, status, version }) =>
        JSON.stringify([appointmentId, resourceId, startsAt, endsAt, status, version]),
      )
      .toSorted()

  it('answers every sequence of requests alike, and never lets two appointments share an instant', async () => {
    await runInDurableObject(deskOfNewOffice(), (_, { storage }) => {
      fc.assert(
        fc.property(sequence, (wishes) => {
          storage.sql.exec('delete from claims; delete from answers')
          const book = new DayBook(storage, () => {})
          const naive = new NaiveBook()
          for (const [i, one] of wishes.entries()) {
            const now = 90 + Math.floor(i / 3)
            const [real, expected] = ask(book, naive, one, now)
            expect(real).toEqual(expected)
            expect(asText(book.claimsBetween(0, 1000, ['r1', 'r2'], now))).toEqual(asText(naive.live()))
          }
        }),
        { numRuns: 300 },
      )
    })
  })
})
