import { describe, expect, it } from 'vitest'
import { clashOf, type Placed } from '../../../worker/features/appointments/rules/calendar/clash.ts'
import {
  awayOn,
  closedOn,
  type HoursRead,
  staffHours,
} from '../../../worker/features/appointments/rules/calendar/open-times.ts'

const BERLIN = 'Europe/Berlin'
/** A Monday. */
const DATE = '2026-11-30'
const clock = (time: string) => Date.parse(`${DATE}T${time}:00+01:00`)
const members = [
  { userId: 'mara', name: 'Mara', timeZone: null, role: 'owner' },
  { userId: 'jo', name: 'Jo', timeZone: null, role: 'staff' },
  { userId: 'vera', name: 'Vera', timeZone: null, role: 'viewer' },
]
const hours: HoursRead = {
  weekly: [
    { userId: null, timeZone: null, windows: [{ day: 1, start: '09:00', end: '17:00' }] },
    {
      userId: 'jo',
      timeZone: null,
      windows: [
        { day: 1, start: '10:00', end: '12:00' },
        { day: 1, start: '13:00', end: '19:00' },
      ],
    },
  ],
  dates: [],
  timeOff: [{ id: 'off', userId: 'jo', fromOn: '2026-12-07', toOn: '2026-12-13', title: 'Holiday' }],
}
const staff = staffHours(hours, members, BERLIN)
const only = (...ids: string[]) => staff.filter(({ id }) => ids.includes(id))
const placed = (from: string, to: string, more: Partial<Placed> = {}): Placed => ({
  ...{ id: 'wanted', staffIds: ['mara'], resourceIds: [], sessionId: null, startsAt: clock(from), endsAt: clock(to) },
  ...{ bufferBeforeMinutes: 0, bufferAfterMinutes: 0 },
  ...more,
})

describe('the hours of a day', () => {
  it('are the office’s for whoever has none, and a viewer has none to be booked in', () =>
    expect(staff.map(({ id }) => id)).toEqual(['mara', 'jo']))

  it.each([
    [
      'one',
      ['mara'],
      [
        [0, 540],
        [1020, 1440],
      ],
    ],
    [
      'one with a break',
      ['jo'],
      [
        [0, 600],
        [720, 780],
        [1140, 1440],
      ],
    ],
    [
      'two, where nobody works',
      ['mara', 'jo'],
      [
        [0, 540],
        [1140, 1440],
      ],
    ],
  ])('leave closed what lies outside of them: of %s', (_, ids, expected) =>
    expect(closedOn(BERLIN, DATE, only(...ids)).map(({ from, until }) => [from, until])).toEqual(expected),
  )

  it('are none on a day off, which says whose it is', () => {
    expect(closedOn(BERLIN, '2026-12-07', only('jo'))).toEqual([{ from: 0, until: 1440 }])
    expect(awayOn(hours, '2026-12-13', ['jo', 'mara'])).toMatchObject([{ title: 'Holiday' }])
    expect(awayOn(hours, '2026-12-14', ['jo'])).toEqual([])
    expect(awayOn(hours, '2026-12-07', ['mara'])).toEqual([])
  })

  it('shade nothing where nobody has set any', () =>
    expect(closedOn(BERLIN, DATE, staffHours({ weekly: [], dates: [], timeOff: [] }, members, BERLIN))).toEqual([]))

  it('are right on the day on which the clocks change', () => {
    const sunday = {
      ...hours,
      weekly: [{ userId: null, timeZone: null, windows: [{ day: 0, start: '01:00', end: '04:00' }] }],
    }
    const closed = closedOn(BERLIN, '2026-03-29', staffHours(sunday, members, BERLIN))
    expect(closed.map(({ from, until }) => [from, until])).toEqual([
      [0, 60],
      [240, 1440],
    ])
  })
})

describe('what speaks against a time', () => {
  const other = placed('10:00', '11:00', { id: 'other' })

  it.each([
    ['nothing, when it only touches', placed('11:00', '12:00'), null],
    ['another of the same person', placed('10:45', '11:15'), 'taken'],
    ['nothing, for somebody else', placed('10:30', '11:00', { staffIds: ['jo'] }), null],
    ['nothing, where it is itself', placed('10:30', '11:30', { id: 'other' }), null],
    ['the pause before it', placed('11:00', '12:00', { bufferBeforeMinutes: 10 }), 'taken'],
    ['that it is closed', placed('16:30', '17:15'), 'closed'],
    ['that somebody has a break', placed('12:15', '12:45', { staffIds: ['jo'] }), 'closed'],
    ['that one of two does not work', placed('09:00', '09:30', { staffIds: ['mara', 'jo'] }), 'closed'],
  ])('is %s', (_, wanted, why) => expect(clashOf(wanted, [other], staff)?.why ?? null).toBe(why))

  it('is a room that somebody else has', () => {
    const inRoom = placed('10:00', '11:00', { id: 'other', staffIds: ['jo'], resourceIds: ['room'] })
    expect(clashOf(placed('10:30', '11:30', { resourceIds: ['room'] }), [inRoom], staff)).toMatchObject({ by: inRoom })
  })

  it('is not another seat on the same date of a class', () => {
    const seat = { ...other, sessionId: 'class:1' }
    expect(clashOf(placed('10:00', '11:00', { sessionId: 'class:1' }), [seat], staff)).toBeNull()
    expect(clashOf(placed('10:00', '11:00', { sessionId: 'class:2' }), [seat], staff)?.why).toBe('taken')
  })
})
