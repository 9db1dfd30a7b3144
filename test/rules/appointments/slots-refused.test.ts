import { describe, expect, it } from 'vitest'
import { type FreeSlotsQuery, freeSlots } from '../../../worker/features/appointments/rules/free-slots.ts'
import { Refusal } from '../../../worker/kernel/refusal.ts'
import { type PlainMore, plainQuery } from './queries.ts'

const q = plainQuery({})
const day = (start: string, end: string) => ({ person: { hours: [{ day: 1, start, end }] } })
const busy = (start: string, end: string, more: object = {}) => ({ person: { busy: [{ start, end, ...more }] } })

describe('what makes no sense is refused', () => {
  it.each<[string, PlainMore, string]>([
    ['an unknown zone of a person', { person: { timeZone: 'Mars/Base' } }, 'The time zone “Mars/Base” is not known.'],
    ['an unknown zone of whoever looks', { viewerTimeZone: '' }, 'The time zone “” is not known.'],
    ['a present that is none', { now: 'now' }, 'The present is not an instant such as 2026-03-02T09:00:00Z: “now”.'],
    ['a range without a zone', { from: '2026-05-04T00:00:00' }, 'The start of the range is not an instant'],
    ['a date for an end', { to: '2026-05-05' }, 'The end of the range is not an instant'],
    [
      'busy time that ends before it starts',
      busy('2026-05-04T12:00:00Z', '2026-05-04T11:00:00Z'),
      'ends before it starts',
    ],
    [
      'busy time on no day',
      busy('2026-02-30T12:00:00Z', '2026-03-04T11:00:00Z'),
      'The start of what is busy is not an instant',
    ],
    [
      'a negative pause',
      busy('2026-05-04T12:00:00Z', '2026-05-04T13:00:00Z', { bufferAfterMinutes: -5 }),
      'whole minutes, not -5',
    ],
    ['an eighth day', { person: { hours: [{ day: 7, start: '09:00', end: '10:00' }] } }, 'not 7'],
    ['a time that is none', day('9:00', '17:00'), 'This is not a time of day such as 09:30: “9:00”.'],
    ['an end after midnight', day('09:00', '24:30'), 'This is not a time of day'],
    ['a start at 24:00', day('24:00', '02:00'), 'start at 00:00 of the next day'],
    ['a date that is none', { person: { dateHours: [{ date: '2026-02-29', windows: [] }] } }, 'This is not a date'],
    ['no length', { service: { lengthMinutes: 0 } }, 'The length must be 1 to'],
    ['a negative length', { service: { lengthMinutes: -30 } }, 'The length must be 1 to'],
    ['no step', { service: { everyMinutes: 0 } }, 'The time between starts must be 1 to'],
    ['half a minute', { service: { everyMinutes: 7.5 } }, 'not 7.5'],
    ['no number', { service: { noticeMinutes: Number.NaN } }, 'The notice must be'],
    ['for ever', { service: { bufferAfterMinutes: Number.POSITIVE_INFINITY } }, 'The pause after it must be'],
    ['less than no notice', { service: { noticeMinutes: -1 } }, 'The notice must be'],
  ])('%s', (_, more, sentence) => {
    const refused = () => freeSlots(plainQuery(more))
    expect(refused).toThrow(Refusal)
    expect(refused).toThrow(sentence)
  })

  it('one person twice', () => {
    expect(() => freeSlots({ ...q, staff: [...q.staff, ...q.staff] })).toThrow('Somebody is named twice.')
  })

  it.each<[string, Partial<FreeSlotsQuery>]>([
    ['a range of four years', { to: '2030-05-04T00:00:00Z' }],
    ['a range in a far future', { from: '2056-05-04T00:00:00Z', to: '2056-05-05T00:00:00Z' }],
    ['a year of minutes', { to: '2027-05-04T00:00:00Z', service: { ...q.service, everyMinutes: 1 } }],
  ])('and what is too much: %s', (_, more) => {
    expect(() => freeSlots({ ...q, ...more })).toThrow(expect.objectContaining({ code: 'too_large' }))
  })
})

describe('what has no room offers nothing', () => {
  it.each<[string, PlainMore]>([
    ['an empty range', { to: '2026-05-04T00:00:00Z' }],
    ['a range that ends before it starts', { to: '2026-05-01T00:00:00Z' }],
    ['a range that is over', { now: '2026-06-01T00:00:00Z' }],
    ['more notice than there is time', { service: { noticeMinutes: 366 * 24 * 60 } }],
    ['a length of more than the hours of a day', { service: { lengthMinutes: 8 * 60 + 1 } }],
    ['a length of a month', { service: { lengthMinutes: 30 * 24 * 60 } }],
    ['no hours', { person: { hours: [] } }],
    ['a day that is all busy', busy('2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z')],
  ])('%s', (_, more) => {
    expect(freeSlots(plainQuery(more))).toEqual([])
  })

  it('but a length as long as the hours of a day has one', () => {
    expect(freeSlots(plainQuery({ service: { lengthMinutes: 8 * 60 } }))).toHaveLength(1)
  })
})

it('the most that may be asked is answered within a second or two', () => {
  const always = [0, 1, 2, 3, 4, 5, 6].map((day) => ({ day, start: '00:00', end: '24:00' }))
  const far = { now: '2026-01-01T00:00:00Z', from: '2042-12-31T00:00:00Z', to: '2046-01-01T00:00:00Z' }
  const most = plainQuery({
    ...far,
    person: { hours: always, timeZone: 'Europe/Berlin' },
    service: { everyMinutes: 10 },
  })
  const before = performance.now()
  expect(freeSlots(most)).toHaveLength(1097 * 144)
  expect(performance.now() - before).toBeLessThan(10_000)
})
