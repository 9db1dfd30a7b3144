import { describe, expect, it } from 'vitest'
import { type FreeSlotsQuery, freeSlots } from '../../../worker/features/appointments/rules/free-slots.ts'
import { type Person, type PlainMore, plainQuery } from './queries.ts'

const DAILY = (start: string, end: string) => [0, 1, 2, 3, 4, 5, 6].map((day) => ({ day, start, end }))
/** Local days of a zone: the query for starts between two instants, with everybody there. */
const on = (timeZone: string, from: string, to: string, hours: Person['hours'], more: PlainMore = {}) =>
  freeSlots(plainQuery({ from, to, viewerTimeZone: timeZone, ...more, person: { timeZone, hours, ...more.person } }))
/** Starts without their seconds, such as `04T09:00` for the fourth at nine. */
const short = (slots: { start: string }[]) => slots.map(({ start }) => start.slice(8, 16))
const starts = (more: PlainMore) => short(freeSlots(plainQuery(more)))

describe('hours of the wall clock', () => {
  it.each([
    // 09:00 to 10:00 there, the day before a change, on it and after it.
    ['Europe/Berlin', '2026-03-28', ['28T08:00', '28T08:30', '29T07:00', '29T07:30', '30T07:00', '30T07:30']],
    ['Europe/Berlin', '2026-10-24', ['24T07:00', '24T07:30', '25T08:00', '25T08:30', '26T08:00', '26T08:30']],
    ['America/New_York', '2026-03-08', ['07T14:00', '07T14:30', '08T13:00', '08T13:30', '09T13:00', '09T13:30']],
    ['Australia/Sydney', '2026-10-03', ['02T23:00', '02T23:30', '03T22:00', '03T22:30', '04T22:00', '04T22:30']],
    ['Asia/Kathmandu', '2026-03-28', ['28T03:15', '28T03:45', '29T03:15', '29T03:45', '30T03:15', '30T03:45']],
  ])('stay at nine in %s around %s', (timeZone, first, expected) => {
    const from = new Date(Date.parse(first) - 14 * 3600e3).toISOString()
    const to = new Date(Date.parse(first) + 58 * 3600e3).toISOString()
    const slots = on(timeZone, from, to, DAILY('09:00', '10:00'))
    expect(short(slots)).toEqual(expected)
  })

  it.each([
    ['Europe/Berlin', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', 23],
    ['Europe/Berlin', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', 25],
    ['Europe/Berlin', '2026-05-03T22:00:00Z', '2026-05-04T22:00:00Z', 24],
    // These days have no midnight, and begin at one.
    ['America/Havana', '2026-03-08T05:00:00Z', '2026-03-09T04:00:00Z', 23],
    ['Asia/Beirut', '2026-03-28T22:00:00Z', '2026-03-29T21:00:00Z', 23],
    // This one has two.
    ['America/Havana', '2026-11-01T04:00:00Z', '2026-11-02T05:00:00Z', 25],
    ['Australia/Lord_Howe', '2026-10-03T13:30:00Z', '2026-10-04T13:00:00Z', 23.5],
    ['Australia/Lord_Howe', '2026-04-04T13:00:00Z', '2026-04-05T13:30:00Z', 24.5],
    ['Antarctica/Troll', '2026-03-29T00:00:00Z', '2026-03-29T22:00:00Z', 22],
  ])('from 00:00 to 24:00 in %s from %s to %s are %d hours', (timeZone, from, to, hours) => {
    const open = [{ day: new Date(Date.parse(from) + 12 * 3600e3).getUTCDay(), start: '00:00', end: '24:00' }]
    const slots = on(timeZone, '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z', open, {
      now: '2025-12-01T00:00:00Z',
      service: { everyMinutes: 30 },
    }).filter(({ start }) => start >= new Date(from).toISOString() && start < new Date(to).toISOString())
    expect(slots[0]?.start).toBe(new Date(from).toISOString())
    expect(slots).toHaveLength(hours * 2)
  })

  it('that begin in the hour that is skipped begin after it', () => {
    const slots = on('Europe/Berlin', '2026-03-29T00:00:00Z', '2026-03-29T12:00:00Z', DAILY('02:30', '04:30'))
    expect(short(slots)).toEqual(['29T01:30', '29T02:00'])
  })

  it('that end where the hour is skipped are none', () => {
    const slots = on('Europe/Berlin', '2026-03-29T00:00:00Z', '2026-03-29T12:00:00Z', DAILY('02:30', '03:00'))
    expect(slots).toEqual([])
  })

  it('in the hour that comes twice are those of its first time, and go through it where they end later', () => {
    const range = ['2026-10-24T23:00:00Z', '2026-10-25T12:00:00Z'] as const
    expect(short(on('Europe/Berlin', ...range, DAILY('02:00', '03:00')))).toEqual([
      '25T00:00',
      '25T00:30',
      '25T01:00',
      '25T01:30',
    ])
    expect(short(on('Europe/Berlin', ...range, DAILY('02:00', '02:30')))).toEqual(['25T00:00'])
  })

  it('over midnight end on the next date, also where that is closed or the clocks change', () => {
    const closed = { dateHours: [{ date: '2026-05-05', windows: [] }] }
    const slots = on('UTC', '2026-05-04T12:00:00Z', '2026-05-06T12:00:00Z', DAILY('23:00', '01:00'), { person: closed })
    expect(short(slots)).toEqual(['04T23:00', '04T23:30', '05T00:00', '05T00:30'])
    const longer = on('Europe/Berlin', '2026-10-24T12:00:00Z', '2026-10-25T12:00:00Z', DAILY('22:00', '04:00'))
    expect(longer).toHaveLength(14)
  })

  it('that end when they start are a whole day', () => {
    const slots = on('UTC', '2026-05-04T00:00:00Z', '2026-05-06T00:00:00Z', [{ day: 1, start: '09:00', end: '09:00' }])
    expect([slots.length, short(slots)[0], short(slots).at(-1)]).toEqual([48, '04T09:00', '05T08:30'])
  })

  it('of a date replace those of its weekday, also over midnight, and several entries add up', () => {
    const dateHours: Person['dateHours'] = [
      { date: '2026-05-04', windows: [['12:00', '12:30']] },
      { date: '2026-05-04', windows: [['23:30', '00:30']] },
      { date: '2026-05-05', windows: [] },
    ]
    const slots = on('UTC', '2026-05-04T00:00:00Z', '2026-05-06T09:31:00Z', DAILY('09:00', '10:00'), {
      person: { dateHours },
    })
    expect(short(slots)).toEqual(['04T12:00', '04T23:30', '05T00:00', '06T09:00', '06T09:30'])
  })

  it('of two days that touch are one, and an appointment may lie across', () => {
    const slots = on('UTC', '2026-05-04T23:00:00Z', '2026-05-05T01:00:00Z', DAILY('00:00', '24:00'), {
      service: { lengthMinutes: 120 },
    })
    expect(short(slots)).toEqual(['04T23:00', '04T23:30', '05T00:00', '05T00:30'])
  })

  it('of a date that was skipped are none, and a night before it ends on the date that came', () => {
    // Samoa went from Thursday the 29th to Saturday the 31st, at 10:00 UTC on the 30th.
    const range = { now: '2011-12-01T00:00:00Z' }
    const friday = [{ day: 5, start: '09:00', end: '17:00' }]
    expect(on('Pacific/Apia', '2011-12-29T00:00:00Z', '2012-01-02T00:00:00Z', friday, range)).toEqual([])
    const thursday = [{ day: 4, start: '23:00', end: '01:00' }]
    const night = on('Pacific/Apia', '2011-12-29T00:00:00Z', '2012-01-02T00:00:00Z', thursday, range)
    expect(short(night)).toEqual(['30T09:00', '30T09:30', '30T10:00', '30T10:30'])
  })
})

describe('the grid', () => {
  const noonTaken = [{ start: '2026-05-04T12:00:00Z', end: '2026-05-04T12:10:00Z' }]

  it('begins anew after what is busy, at the next multiple of the unit', () => {
    const person = { hours: DAILY('10:00', '15:00'), busy: noonTaken }
    expect(starts({ person, service: { lengthMinutes: 45, everyMinutes: 45 } })).toEqual([
      '04T10:00',
      '04T10:45',
      '04T12:15',
      '04T13:00',
      '04T13:45',
    ])
  })

  it.each([
    [60, ['09:00', '10:00']],
    [90, ['09:00', '10:30']],
    [40, ['09:00', '09:40', '10:20']],
    [25, ['08:50', '09:15', '09:40', '10:05', '10:30']],
    [
      7,
      [
        '08:47',
        '08:54',
        '09:01',
        '09:08',
        '09:15',
        '09:22',
        '09:29',
        '09:36',
        '09:43',
        '09:50',
        '09:57',
        '10:04',
        '10:11',
        '10:18',
        '10:25',
      ],
    ],
  ])('every %d minutes from 08:47 on is this', (everyMinutes, expected) => {
    const slots = starts({ person: { hours: DAILY('08:47', '11:00') }, service: { everyMinutes } })
    expect(slots).toEqual(expected.map((clock) => `04T${clock}`))
  })

  it.each([
    ['UTC', ['09:00', '10:00', '11:00']],
    ['Asia/Kolkata', ['09:30', '10:30', '11:30']],
    ['Asia/Kathmandu', ['09:15', '10:15', '11:15']],
    ['America/St_Johns', ['09:30', '10:30', '11:30']],
    ['Pacific/Chatham', ['09:15', '10:15', '11:15']],
  ])('lies on the hours of whoever looks, in %s', (viewerTimeZone, expected) => {
    const slots = starts({ viewerTimeZone, person: { hours: DAILY('09:00', '12:00') }, service: { everyMinutes: 60 } })
    expect(slots).toEqual(expected.map((clock) => `04T${clock}`))
  })

  it('stays on the hours of a clock that changes by half an hour', () => {
    // On Lord Howe 02:00 becomes 02:30, at 15:30 UTC.
    const viewerTimeZone = 'Australia/Lord_Howe'
    const slots = starts({
      ...{ viewerTimeZone, from: '2026-10-03T13:00:00Z', to: '2026-10-03T18:00:00Z' },
      ...{ person: { hours: DAILY('00:00', '24:00') }, service: { everyMinutes: 60 } },
    })
    expect(slots).toEqual(['03T13:30', '03T14:30', '03T16:00', '03T17:00'])
  })
})

describe('pauses, notice and what is busy', () => {
  const noon = { start: '2026-05-04T12:00:00Z', end: '2026-05-04T13:00:00Z' }
  const eleven = (more: PlainMore) => starts({ from: '2026-05-04T11:00:00Z', to: '2026-05-04T13:46:00Z', ...more })

  it('touch without overlapping', () => {
    expect(eleven({ person: { busy: [noon] } })).toEqual(['04T11:00', '04T11:30', '04T13:00', '04T13:30'])
  })

  it('add up between two appointments', () => {
    const busy = [{ ...noon, bufferBeforeMinutes: 10, bufferAfterMinutes: 5 }]
    const service = { everyMinutes: 15, lengthMinutes: 15, bufferBeforeMinutes: 10, bufferAfterMinutes: 20 }
    // At most until 11:30, 10 and 20 minutes before noon; from 13:15 on, 5 and 10 minutes after one.
    expect(eleven({ person: { busy }, service })).toEqual(['04T11:00', '04T11:15', '04T13:15', '04T13:30', '04T13:45'])
  })

  it('may lie outside the hours', () => {
    const service = { bufferBeforeMinutes: 60, bufferAfterMinutes: 60 }
    expect(starts({ person: { hours: DAILY('09:00', '10:00') }, service })).toEqual(['04T09:00', '04T09:30'])
  })

  it('are as good in any order, overlapping, and as one', () => {
    const quarter = (start: string, end: string) => ({ start: `2026-05-04T${start}:00Z`, end: `2026-05-04T${end}:00Z` })
    const busy = [quarter('12:30', '13:00'), quarter('12:00', '12:45'), quarter('12:10', '12:20')]
    expect(eleven({ person: { busy } })).toEqual(eleven({ person: { busy: [noon] } }))
  })

  it('that take no time take none', () => {
    const busy = [{ ...noon, end: noon.start, bufferBeforeMinutes: 60, bufferAfterMinutes: 60 }]
    expect(eleven({ person: { busy } })).toEqual(eleven({}))
  })

  it('count to the second: who is busy half a minute into the hour is not free on it', () => {
    const busy = [{ start: '2026-05-04T11:29:59.999Z', end: '2026-05-04T12:00:00.001Z' }]
    expect(eleven({ person: { busy } })).toEqual(['04T12:30', '04T13:00', '04T13:30'])
  })

  it.each([
    ['2026-05-04T10:00:00Z', '04T11:00'],
    ['2026-05-04T10:00:00.001Z', '04T11:30'],
    ['2026-05-04T10:29:59.999Z', '04T11:30'],
    ['2026-05-04T10:30:00Z', '04T11:30'],
  ])('at %s offer with an hour’s notice first %s', (now, expected) => {
    expect(starts({ now, service: { noticeMinutes: 60 } })[0]).toBe(expected)
  })
})

describe('several people', () => {
  const person = (id: string, start: string, end: string, more: Partial<Person> = {}): Person => ({
    ...{ id, timeZone: 'UTC', hours: DAILY(start, end), dateHours: [], busy: [] },
    ...more,
  })
  const found = (staff: Person[], service: Partial<FreeSlotsQuery['service']> = {}) =>
    freeSlots({ ...plainQuery({ service }), staff }).map(({ start, staffIds }) => `${start.slice(11, 16)} ${staffIds}`)

  it('of whom any will do are offered together, each where free for the whole of it', () => {
    const staff = [person('b', '09:00', '10:30'), person('a', '10:00', '11:00')]
    expect(found(staff)).toEqual(['09:00 b', '09:30 b', '10:00 a,b', '10:30 a'])
  })

  it('of whom any will do are not put together from two halves', () => {
    const staff = [person('a', '09:00', '09:45'), person('b', '09:45', '10:30')]
    expect(found(staff, { lengthMinutes: 60 })).toEqual([])
  })

  it('are also named at a start that another’s grid has made', () => {
    const busy = [{ start: '2026-05-04T09:00:00Z', end: '2026-05-04T09:15:00Z' }]
    const staff = [person('a', '09:00', '10:30'), person('b', '09:00', '10:30', { busy })]
    expect(found(staff, { lengthMinutes: 45, everyMinutes: 45 })).toEqual(['09:00 a', '09:15 a,b', '09:45 a,b'])
  })

  it('who are all needed share one grid in the time that is free for all', () => {
    const busy = [{ start: '2026-05-04T09:00:00Z', end: '2026-05-04T09:20:00Z' }]
    const staff = [person('a', '09:00', '11:00'), person('b', '08:00', '10:30', { busy })]
    expect(found(staff, { needs: 'all' })).toEqual(['09:30 a,b', '10:00 a,b'])
  })

  it('who are all needed offer nothing where one of them has no hours', () => {
    expect(
      found([person('a', '09:00', '11:00'), { ...person('b', '09:00', '11:00'), hours: [] }], { needs: 'all' }),
    ).toEqual([])
  })

  it('in different zones meet where their days do', () => {
    const staff = [
      person('a', '09:00', '17:00', { timeZone: 'America/Los_Angeles' }),
      person('b', '09:00', '18:00', { timeZone: 'Europe/Berlin' }),
    ]
    expect(found(staff, { needs: 'all' })).toEqual([])
    const late = [staff[0]!, person('b', '09:00', '19:00', { timeZone: 'Europe/Berlin' })]
    expect(found(late, { needs: 'all' })).toEqual(['16:00 a,b', '16:30 a,b'])
  })

  it.each(['any', 'all'] as const)('who are none offer nothing (%s)', (needs) => {
    expect(found([], { needs })).toEqual([])
  })
})
