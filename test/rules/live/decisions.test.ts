import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { broadcast } from '../../../durable-objects/live/broadcast.ts'
import { catchUp } from '../../../durable-objects/live/catch-up.ts'
import { MESSAGES_PER_SECOND, type Pace, paceAfter } from '../../../durable-objects/live/pace.ts'
import { present } from '../../../durable-objects/live/present.ts'
import { isSilent, newSeat } from '../../../durable-objects/live/seat.ts'
import { headersOfMember, memberOfHeaders } from '../../../worker/kernel/live-member.ts'
import { MINUTE_MS } from '../../../worker/kernel/time.ts'

describe('catch-up', () => {
  it.each([
    ['welcome', null, 0, 1],
    ['welcome', null, 9, 3],
    ['welcome', 0, 0, 1],
    ['welcome', 9, 9, 3],
    ['reset', 10, 9, 3],
    ['reset', 1, 9, 3],
    ['reset', 5, 0, 1],
  ] as const)(
    'answers %s to a screen that knows %s of %s, when %s is the oldest kept',
    (answer, known, newest, oldest) => {
      expect(catchUp(known, newest, oldest)).toEqual({ answer })
    },
  )

  it('tells everything after what the screen knows, as long as that is kept', () => {
    expect(catchUp(2, 9, 3)).toEqual({ answer: 'events', after: 2 })
    expect(catchUp(0, 1, 1)).toEqual({ answer: 'events', after: 0 })
  })
})

describe('pace', () => {
  const paceOf = (times: number[]) =>
    times.reduce<Pace | null>((pace, now) => pace && paceAfter(pace, now), { since: 0, count: 0 })

  it('allows twenty messages in a second and not one more', () => {
    expect(paceOf(Array(MESSAGES_PER_SECOND).fill(5))).not.toBeNull()
    expect(paceOf(Array(MESSAGES_PER_SECOND + 1).fill(5))).toBeNull()
  })

  it('begins anew with every second', () => {
    expect(paceOf(Array.from({ length: 200 }, (_, i) => i * 50))).not.toBeNull()
  })
})

describe('presence', () => {
  const seat = (userId: string, conversationId: string | null, doing: 'reading' | 'answering' = 'reading') => ({
    ...newSeat({ userId, name: userId }, 0),
    looking: conversationId === null ? null : { conversationId, doing },
  })

  it('names a member once at a conversation, as answering if any of their screens answers', () => {
    const seats = [seat('a', 'c1'), seat('a', 'c1', 'answering'), seat('a', 'c1'), seat('b', 'c1'), seat('a', null)]
    expect(present(seats).map(({ userId, doing }) => [userId, doing])).toEqual([
      ['a', 'answering'],
      ['b', 'reading'],
    ])
  })

  it('is the same whatever the order of the sockets', () => {
    const anySeat = fc
      .tuple(
        fc.constantFrom('a', 'b', 'c'),
        fc.option(fc.constantFrom('c1', 'c2')),
        fc.constantFrom('reading', 'answering'),
      )
      .map(([userId, conversationId, doing]) => seat(userId, conversationId, doing))
    fc.assert(
      fc.property(fc.array(anySeat), (seats) => {
        expect(present(seats.toReversed())).toEqual(present(seats))
      }),
    )
  })
})

describe('a socket without a word', () => {
  it('is silent only when it neither spoke nor pinged for three minutes', () => {
    const quiet = newSeat({ userId: 'a', name: 'A' }, 0)
    expect(isSilent(quiet, null, 3 * MINUTE_MS)).toBe(false)
    expect(isSilent(quiet, null, 3 * MINUTE_MS + 1)).toBe(true)
    expect(isSilent(quiet, new Date(MINUTE_MS), 3 * MINUTE_MS + 1)).toBe(false)
    expect(isSilent({ ...quiet, heardAt: MINUTE_MS }, new Date(0), 3 * MINUTE_MS + 1)).toBe(false)
  })
})

describe('a broadcast', () => {
  it('reaches everyone behind a socket that throws, and names that one', () => {
    const heard: string[] = []
    const good = { send: (text: string) => void heard.push(text) }
    const broken = {
      send: () => {
        throw new TypeError('The line is cut.')
      },
    }
    expect(broadcast([good, broken, good], 'hello')).toEqual([broken])
    expect(heard).toEqual(['hello', 'hello'])
  })
})

describe('the header that names the member', () => {
  it('carries any name and id unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (text) => {
        const member = { userId: text, name: text }
        expect(memberOfHeaders(new Headers(headersOfMember(member)))).toEqual(member)
      }),
    )
  })

  it('names nobody when it is missing or empty', () => {
    expect(memberOfHeaders(new Headers())).toBeNull()
    expect(memberOfHeaders(new Headers(headersOfMember({ userId: '', name: 'Nobody' })))).toBeNull()
  })

  it('shortens a name without end and survives half a letter', () => {
    const headers = new Headers(headersOfMember({ userId: 'a', name: `\ud800${'x'.repeat(100_000)}` }))
    expect(memberOfHeaders(headers)?.name.length).toBeLessThanOrEqual(80)
  })
})
