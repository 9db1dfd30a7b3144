import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../../worker/kernel/time.ts'
import { cut, deskWith, hour, type Office, person, whyOf } from './office.ts'

/** As if so much time had passed that nothing is kept any more. */
const holdsRunOut = (office: Office) =>
  runInDurableObject(office.desk, (_, { storage }) => {
    storage.sql.exec("update claims set expires_at = 1 where status = 'held'")
  })
const times = (n: number) => Array.from({ length: n }, (_, i) => i)

describe('two who want the same time', () => {
  it('of fifty at once one gets it, and the others are told what is free', async () => {
    const office = deskWith()
    const answers = await Promise.all(times(50).map((i) => office.book(`a${i}`, hour(10))))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const refused = answers.find((answer) => !answer.ok)
    expect(refused).toMatchObject({ why: 'taken' })
    expect(refused!.ok ? [] : refused!.alternatives.map(({ startsAt }) => startsAt)).toContain(hour(11))
    expect(await office.claims()).toHaveLength(1)
    expect(await office.rows()).toHaveLength(1)
  })

  it('get it once also when their starts differ and only overlap', async () => {
    const office = deskWith()
    const answers = await Promise.all(times(12).map((i) => office.book(`a${i}`, hour(10) + (i % 4) * 15 * MINUTE_MS)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('get it once when two members confirm the same request', async () => {
    const office = deskWith([cut({ needsApproval: true })])
    expect(await office.customerBooks('a', hour(10))).toMatchObject({ entry: { status: 'requested' } })
    expect(whyOf(await office.book('b', hour(10)))).toBe('taken')
    const answers = await Promise.all([office.mark('a', 'confirmed'), office.mark('a', 'confirmed')])
    expect(answers.map(whyOf).toSorted()).toEqual(['not_possible', 'ok'])
    expect(await office.rows()).toMatchObject([{ id: 'a', status: 'confirmed', desk_version: 2 }])
  })

  it('have the pauses of both between them', async () => {
    const office = deskWith([cut({ bufferBeforeMinutes: 10, bufferAfterMinutes: 20 })])
    await office.book('a', hour(10))
    expect(whyOf(await office.book('b', hour(11) + 15 * MINUTE_MS))).toBe('taken')
    expect(whyOf(await office.book('b', hour(11) + 30 * MINUTE_MS))).toBe('ok')
  })
})

describe('a request that comes twice', () => {
  it('gets its first answer, also after the object was evicted and the rules changed', async () => {
    const office = deskWith()
    const request = office.bookRequest('a', hour(10), {}, 'k')
    const first = await office.desk.decide(office.policy(), request)
    await evictDurableObject(office.desk)
    expect(await office.desk.decide(office.policy({ services: [] }), request)).toEqual(first)
    expect(await office.rows()).toMatchObject([{ id: 'a', desk_version: 1 }])
  })

  it('is refused with other words, and tried again after a refusal', async () => {
    const office = deskWith()
    await office.desk.decide(office.policy(), office.bookRequest('a', hour(10), {}, 'k'))
    const other = office.bookRequest('a', hour(12), {}, 'k')
    expect(whyOf(await office.desk.decide(office.policy(), other))).toBe('key_reused')
    const late = office.bookRequest('b', hour(10), {}, 'late')
    expect(whyOf(await office.desk.decide(office.policy(), late))).toBe('taken')
    await office.cancel('a')
    expect(whyOf(await office.desk.decide(office.policy(), late))).toBe('ok')
  })
})

describe('a move', () => {
  it('may overlap its own old time, and changes nothing where it is refused', async () => {
    const office = deskWith()
    await office.book('a', hour(10))
    await office.book('b', hour(12))
    expect(await office.move('a', hour(10) + 30 * MINUTE_MS)).toMatchObject({ entry: { version: 2 } })
    const before = [await office.rows(), await office.claims()]
    expect(whyOf(await office.move('a', hour(11) + 30 * MINUTE_MS))).toBe('taken')
    expect([await office.rows(), await office.claims()]).toEqual(before)
    expect(whyOf(await office.book('c', hour(11)))).toBe('taken')
    expect(whyOf(await office.move('nobody', hour(15)))).toBe('not_found')
  })

  it('goes into time that was freed in the same second', async () => {
    const office = deskWith()
    await office.book('a', hour(10))
    await office.book('b', hour(12))
    const [cancelled, moved] = await Promise.all([office.cancel('a'), office.move('b', hour(10))])
    expect([whyOf(cancelled), whyOf(moved)]).toEqual(['ok', 'ok'])
    expect(whyOf(await office.book('c', hour(12)))).toBe('ok')
  })

  it('of a version that somebody changed is refused', async () => {
    const office = deskWith()
    await office.book('a', hour(10))
    await office.move('a', hour(12), {}, 1)
    expect(whyOf(await office.move('a', hour(14), {}, 1))).toBe('overtaken')
  })

  it('keeps the length of an appointment of no service, and its people', async () => {
    const office = deskWith()
    const free = { serviceId: null, staffIds: ['ben'], endsAt: hour(13) }
    await office.book('a', hour(10), free)
    const moved = await office.move('a', hour(20))
    expect(moved).toMatchObject({ entry: { startsAt: hour(20), endsAt: hour(23), staffIds: ['ben'] } })
  })
})

describe('anyone who is free', () => {
  const three = [cut({ staffIds: ['anna', 'ben', 'cleo'] })]

  it('is whoever has the fewest appointments that day, and the last free one goes to one of two', async () => {
    const office = deskWith(three)
    const first = [await office.book('a', hour(8)), await office.book('b', hour(9)), await office.book('c', hour(10))]
    expect(first.map((answer) => answer.ok && answer.entry.staffIds[0]).toSorted()).toEqual(['anna', 'ben', 'cleo'])
    const answers = await Promise.all(times(10).map((i) => office.book(`x${i}`, hour(14))))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3)
    expect(new Set(answers.flatMap((answer) => (answer.ok ? answer.entry.staffIds : []))).size).toBe(3)
  })

  it('is nobody where all are needed and one is busy', async () => {
    const office = deskWith([cut({ staffIds: ['anna', 'ben'], needs: 'all' }), cut({ id: 'solo', staffIds: ['ben'] })])
    await office.book('a', hour(10), { serviceId: 'solo' })
    expect(whyOf(await office.book('b', hour(10)))).toBe('taken')
    expect(await office.book('b', hour(11))).toMatchObject({ entry: { staffIds: ['anna', 'ben'] } })
    expect(whyOf(await office.book('c', hour(11), { serviceId: 'solo' }))).toBe('taken')
  })

  it('is not whoever left while the page was open', async () => {
    const office = deskWith(three)
    const policy = office.policy({ staff: [person('ben')] })
    const request = office.bookRequest('a', hour(10), { staffIds: ['anna'] })
    expect(whyOf(await office.desk.decide(policy, request))).toBe('closed')
  })
})

describe('rooms', () => {
  const rooms = { resources: ['r1', 'r2'].map((id) => ({ id, kind: 'room' })) }
  const inRoom = [cut({ staffIds: ['anna', 'ben', 'cleo'], resources: [{ kind: 'room', quantity: 1 }] })]

  it('are taken from the first on, and where all are taken nobody is booked though somebody is free', async () => {
    const office = deskWith(inRoom, rooms)
    expect(await office.book('a', hour(10))).toMatchObject({ entry: { resourceIds: ['r1'] } })
    expect(await office.book('b', hour(10))).toMatchObject({ entry: { resourceIds: ['r2'] } })
    expect(whyOf(await office.book('c', hour(10)))).toBe('taken')
    await office.cancel('a')
    expect(await office.book('c', hour(10))).toMatchObject({ entry: { resourceIds: ['r1'] } })
  })

  it('serve for the whole time, one of them: two halves of two rooms are no room', async () => {
    const office = deskWith(inRoom, rooms)
    await office.book('a', hour(10) - 30 * MINUTE_MS, {
      serviceId: null,
      staffIds: [],
      resourceIds: ['r1'],
      endsAt: hour(10) + 30 * MINUTE_MS,
    })
    await office.book('b', hour(10) + 30 * MINUTE_MS, {
      serviceId: null,
      staffIds: [],
      resourceIds: ['r2'],
      endsAt: hour(12),
    })
    expect(whyOf(await office.book('c', hour(10)))).toBe('taken')
  })

  it('of which there are not enough are never offered', async () => {
    const office = deskWith([cut({ resources: [{ kind: 'room', quantity: 3 }] })], rooms)
    expect(whyOf(await office.book('a', hour(10)))).toBe('not_offered')
  })
})

describe('a class', () => {
  const yoga = [cut({ id: 'yoga', seats: 3, staffIds: ['anna'] }), cut()]

  it('has a seat for each, and none for one more', async () => {
    const office = deskWith(yoga)
    const answers = await Promise.all(times(5).map((i) => office.book(`a${i}`, hour(10))))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3)
    const seats = answers.flatMap((answer) => (answer.ok ? [answer.entry.session!.seat] : []))
    expect(seats.toSorted()).toEqual([1, 2, 3])
    // Its people are busy, for other services too.
    expect(whyOf(await office.book('x', hour(10), { serviceId: 'cut' }))).toBe('taken')
    const [first] = answers.flatMap((answer) => (answer.ok ? [answer.entry.id] : []))
    await office.cancel(first!)
    expect(whyOf(await office.book('late', hour(10)))).toBe('ok')
  })

  it('gives its people back when the last one leaves, and moves with its only guest', async () => {
    const office = deskWith(yoga)
    await office.book('a', hour(10))
    expect(await office.claims()).toHaveLength(2)
    expect(whyOf(await office.move('a', hour(10) + 30 * MINUTE_MS))).toBe('ok')
    expect(whyOf(await office.book('x', hour(9) + 30 * MINUTE_MS, { serviceId: 'cut' }))).toBe('ok')
    await office.cancel('a')
    expect(whyOf(await office.book('y', hour(10) + 30 * MINUTE_MS, { serviceId: 'cut' }))).toBe('ok')
    expect((await office.claims()).map(({ owner_id }) => owner_id).toSorted()).toEqual(['x', 'y'])
  })
})

describe('time that is kept for an open form', () => {
  it('keeps others out, is booked by the same form, and is given back when it runs out', async () => {
    const office = deskWith()
    expect(await office.keep('a', hour(10), MINUTE_MS)).toMatchObject({ ok: true, staffIds: ['anna'] })
    expect(whyOf(await office.book('b', hour(10)))).toBe('taken')
    expect(await office.rows()).toEqual([])
    expect(whyOf(await office.keep('a', hour(12), MINUTE_MS))).toBe('ok')
    expect(whyOf(await office.book('b', hour(10)))).toBe('ok')
    expect(whyOf(await office.book('a', hour(12)))).toBe('ok')
    await office.keep('c', hour(15), 30)
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(whyOf(await office.book('d', hour(15)))).toBe('ok')
    expect(whyOf(await office.book('c', hour(15)))).toBe('taken')
  })

  it('or for a request that nobody answers, ends: the request is cancelled by nobody, and the time is free', async () => {
    const office = deskWith([cut({ needsApproval: true })])
    await office.customerBooks('a', hour(10))
    await holdsRunOut(office)
    expect(whyOf(await office.book('b', hour(10)))).toBe('ok')
    expect(await office.rows()).toMatchObject([
      { id: 'a', status: 'cancelled', cancelled_by: 'nobody' },
      { id: 'b', status: 'confirmed' },
    ])
  })

  it('for the last seat of a class ends, and the class gives its people back', async () => {
    const office = deskWith([cut({ id: 'yoga', seats: 2 }), cut()])
    await office.keep('a', hour(10), MINUTE_MS, { serviceId: 'yoga' })
    expect(whyOf(await office.book('x', hour(10), { serviceId: 'cut' }))).toBe('taken')
    await holdsRunOut(office)
    expect(whyOf(await office.book('x', hour(10), { serviceId: 'cut' }))).toBe('ok')
    expect((await office.claims()).map(({ owner_id }) => owner_id)).toEqual(['x'])
  })
})

describe('the rules of the office', () => {
  it('hold as they were read last, whichever request brought them', async () => {
    const office = deskWith()
    const old = office.policy({ readAt: Date.now() - HOUR_MS })
    const closed = office.policy({ services: [cut({ isOpen: false })] })
    await office.desk.decide(closed, office.bookRequest('x', hour(8)))
    expect(whyOf(await office.desk.decide(old, office.bookRequest('a', hour(10))))).toBe('closed')
  })

  it('limit how many begin on a day and in a week', async () => {
    const office = deskWith([cut({ mostPerDay: 2, mostPerWeek: 3 })])
    expect(whyOf(await office.book('a', hour(1)))).toBe('ok')
    expect(whyOf(await office.book('b', hour(3)))).toBe('ok')
    expect(whyOf(await office.book('c', hour(5)))).toBe('taken')
    expect(whyOf(await office.book('c', hour(5), { override: true }))).toBe('ok')
  })

  it('let a start off the grid, before the notice or beyond the horizon to a member only who insists', async () => {
    const office = deskWith([
      cut({ noticeMinutes: 20 * 24 * 60 }),
      cut({ id: 'near', horizonDays: 3 }),
      cut({ id: 'grid' }),
    ])
    for (const [id, serviceId, startsAt] of [
      ['a', 'cut', hour(1)],
      ['b', 'near', hour(3)],
      ['c', 'grid', hour(5) + 7 * MINUTE_MS],
    ] as const) {
      expect(whyOf(await office.book(id, startsAt, { serviceId }))).toBe('not_offered')
      expect(whyOf(await office.book(id, startsAt, { serviceId, override: true }))).toBe('ok')
    }
  })

  it('let a customer cancel and move until the cut-off, and a member always', async () => {
    const office = deskWith([cut({ cutOffMinutes: 100 * 24 * 60 })])
    await office.book('a', hour(10))
    expect(whyOf(await office.cancel('a', { asCustomer: true }))).toBe('too_late')
    expect(await office.cancel('a', { customerAsked: true })).toMatchObject({
      entry: { status: 'cancelled', cancellation: { by: 'customer', isLate: true } },
    })
    expect(whyOf(await office.cancel('a', { asCustomer: true }))).toBe('ok')
    expect(whyOf(await office.move('a', hour(12)))).toBe('not_possible')
  })
})

describe('taking a change back', () => {
  it('restores the time of a move and of a cancelled appointment, unless somebody has it by now', async () => {
    const office = deskWith()
    await office.book('a', hour(10))
    await office.move('a', hour(12))
    expect(await office.takeBack('a', 2)).toMatchObject({ entry: { startsAt: hour(10), version: 3 } })
    await office.cancel('a')
    expect(await office.takeBack('a', 4)).toMatchObject({ entry: { status: 'confirmed', version: 5 } })
    await office.cancel('a')
    await office.book('b', hour(10))
    expect(whyOf(await office.takeBack('a', 6))).toBe('taken')
    expect(whyOf(await office.takeBack('a', 5))).toBe('overtaken')
    expect((await office.rows()).map(({ id, status }) => [id, status])).toEqual([
      ['a', 'cancelled'],
      ['b', 'confirmed'],
    ])
  })

  it('of a booking cancels it, and of a confirmation makes it a request again', async () => {
    const office = deskWith([cut({ needsApproval: true })])
    await office.book('a', hour(10))
    expect(await office.takeBack('a', 1)).toMatchObject({ entry: { status: 'cancelled' } })
    await office.customerBooks('b', hour(10))
    await office.mark('b', 'confirmed')
    expect(await office.takeBack('b', 2)).toMatchObject({ entry: { status: 'requested' } })
    expect(whyOf(await office.book('c', hour(10)))).toBe('taken')
  })
})
