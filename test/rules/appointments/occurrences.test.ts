import { describe, expect, it } from 'vitest'
import { type OccurrencesQuery, occurrences } from '../../../worker/features/appointments/rules/occurrences.ts'
import { Refusal } from '../../../worker/kernel/refusal.ts'
import { clockAt, instantAt } from './changes.ts'

const NEW_YORK = 'America/New_York'
/** The start of most examples of RFC 5545, a Tuesday at nine. */
const TUESDAY = '1997-09-02T09:00'

type More = Partial<Omit<OccurrencesQuery, 'start'>>
/** Of a series that starts at a wall time: when it falls, also as wall times. */
function shown(rule: string, start: string, timeZone: string, more: More = {}): string[] {
  const at = instantAt(timeZone, clockAt('UTC', Date.parse(`${start}Z`)).toPlainDateTime())
  const range = { from: new Date(at).toISOString(), to: '2100-01-01T00:00:00Z', limit: 5 }
  const found = occurrences({ rule, start: new Date(at).toISOString(), timeZone, ...range, ...more })
  return found.map((each) => clockAt(timeZone, Date.parse(each)).toPlainDateTime().toString({ smallestUnit: 'minute' }))
}
/** Days of nine o'clock, as `9-2 9-3 …` or, with another year than the start's, `98-9-2`. */
const days = (rule: string, start = TUESDAY, more: More = {}) =>
  shown(rule, start, NEW_YORK, more).map((each) => {
    expect(each.slice(11)).toBe(start.slice(11))
    const [year, month, day] = each.slice(0, 10).split('-').map(Number)
    return `${each.startsWith(start.slice(0, 4)) ? '' : `${String(year).slice(2)}-`}${month}-${day}`
  })

describe('the examples of RFC 5545', () => {
  it.each<[string, string, string, number?]>([
    ['FREQ=DAILY;COUNT=10', TUESDAY, '9-2 9-3 9-4 9-5 9-6 9-7 9-8 9-9 9-10 9-11', 20],
    ['FREQ=DAILY;UNTIL=19971224T000000Z', TUESDAY, '9-2 9-3 9-4 9-5 9-6'],
    ['FREQ=DAILY;INTERVAL=2', TUESDAY, '9-2 9-4 9-6 9-8 9-10'],
    ['FREQ=DAILY;INTERVAL=10;COUNT=5', TUESDAY, '9-2 9-12 9-22 10-2 10-12', 20],
    ['FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1', '1998-01-01T09:00', '1-1 1-2 1-3 1-4 1-5'],
    ['FREQ=WEEKLY;COUNT=10', TUESDAY, '9-2 9-9 9-16 9-23 9-30 10-7 10-14 10-21 10-28 11-4', 20],
    ['FREQ=WEEKLY;INTERVAL=2;WKST=SU', TUESDAY, '9-2 9-16 9-30 10-14 10-28'],
    [
      'FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH',
      TUESDAY,
      '9-2 9-4 9-9 9-11 9-16 9-18 9-23 9-25 9-30 10-2',
      20,
    ],
    [
      'FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR',
      '1997-09-01T09:00',
      '9-1 9-3 9-5 9-15 9-17',
    ],
    ['FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH', TUESDAY, '9-2 9-4 9-16 9-18 9-30 10-2 10-14 10-16', 20],
    ['FREQ=MONTHLY;COUNT=10;BYDAY=1FR', '1997-09-05T09:00', '9-5 10-3 11-7 12-5 98-1-2'],
    ['FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU', '1997-09-07T09:00', '9-7 9-28 11-2 11-30 98-1-4'],
    ['FREQ=MONTHLY;COUNT=6;BYDAY=-2MO', '1997-09-22T09:00', '9-22 10-20 11-17 12-22 98-1-19 98-2-16', 20],
    ['FREQ=MONTHLY;BYMONTHDAY=-3', '1997-09-28T09:00', '9-28 10-29 11-28 12-29 98-1-29'],
    ['FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15', TUESDAY, '9-2 9-15 10-2 10-15 11-2'],
    ['FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1', '1997-09-30T09:00', '9-30 10-1 10-31 11-1 11-30'],
    ['FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15', '1997-09-10T09:00', '9-10 9-11 9-12 9-13 9-14'],
    ['FREQ=MONTHLY;INTERVAL=2;BYDAY=TU', TUESDAY, '9-2 9-9 9-16 9-23 9-30'],
    ['FREQ=YEARLY;COUNT=10;BYMONTH=6,7', '1997-06-10T09:00', '6-10 7-10 98-6-10 98-7-10 99-6-10'],
    ['FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3', '1997-03-10T09:00', '3-10 99-1-10 99-2-10 99-3-10 01-1-10'],
    ['FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200', '1997-01-01T09:00', '1-1 4-10 7-19 00-1-1 00-4-9'],
    ['FREQ=YEARLY;BYDAY=20MO', '1997-05-19T09:00', '5-19 98-5-18 99-5-17 00-5-15 01-5-14'],
    ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', '1997-05-12T09:00', '5-12 98-5-11 99-5-17 00-5-15 01-5-14'],
    ['FREQ=YEARLY;BYMONTH=3;BYDAY=TH', '1997-03-13T09:00', '3-13 3-20 3-27 98-3-5 98-3-12'],
    ['FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8', '1997-06-05T09:00', '6-5 6-12 6-19 6-26 7-3'],
    ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', TUESDAY, '98-2-13 98-3-13 98-11-13 99-8-13 00-10-13'],
    ['FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13', '1997-09-13T09:00', '9-13 10-11 11-8 12-13 98-1-10'],
    ['FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8', '1996-11-05T09:00', '11-5 00-11-7 04-11-2'],
    ['FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3', '1997-09-04T09:00', '9-4 10-7 11-6', 20],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2', '1997-09-29T09:00', '9-29 10-30 11-27 12-30 98-1-29'],
    ['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO', '1997-08-05T09:00', '8-5 8-10 8-19 8-24', 20],
    ['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU', '1997-08-05T09:00', '8-5 8-17 8-19 8-31', 20],
    ['FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5', '2007-01-15T09:00', '1-15 1-30 2-15 3-15 3-30', 20],
  ])('%s from %s on', (rule, start, expected, limit = expected.split(' ').length) => {
    expect(days(rule, start, { limit })).toEqual(expected.split(' '))
  })

  it('several times a day', () => {
    const rule = 'FREQ=DAILY;BYHOUR=9,10;BYMINUTE=0,30'
    const times = shown(rule, TUESDAY, NEW_YORK).map((each) => each.slice(5))
    expect(times).toEqual(['09-02T09:00', '09-02T09:30', '09-02T10:00', '09-02T10:30', '09-03T09:00'])
  })
})

describe('what a rule does not say it has from its start', () => {
  it.each([
    ['FREQ=WEEKLY', TUESDAY, '9-2 9-9 9-16 9-23 9-30'],
    ['FREQ=MONTHLY', '1997-01-31T09:00', '1-31 3-31 5-31 7-31 8-31'],
    ['FREQ=YEARLY', '1996-02-29T09:00', '2-29 00-2-29 04-2-29 08-2-29 12-2-29'],
    ['FREQ=YEARLY;BYMONTH=10', TUESDAY, '10-2 98-10-2 99-10-2 00-10-2 01-10-2'],
    ['FREQ=YEARLY;BYWEEKNO=20', '1997-05-12T09:00', '5-12 98-5-11 99-5-17 00-5-15 01-5-14'],
    // A day that it does not name is not one of them.
    ['FREQ=WEEKLY;BYDAY=MO', TUESDAY, '9-8 9-15 9-22 9-29 10-6'],
  ])('%s from %s on', (rule, start, expected) => {
    expect(days(rule, start)).toEqual(expected.split(' '))
  })

  it('weeks of a year that begin in the one before are its own', () => {
    const rule = 'FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO,FR'
    expect(days(rule, '1997-01-01T09:00')).toEqual('1-3 12-29 98-1-2 99-1-4 99-1-8'.split(' '))
    expect(days('FREQ=YEARLY;BYWEEKNO=53;BYDAY=SU', '1997-01-01T09:00', { limit: 3 })).toEqual(
      '99-1-3 05-1-2 10-1-3'.split(' '),
    )
  })
})

describe('the clocks of the zone', () => {
  it.each([
    ['Europe/Berlin', '2026-03-22T02:30', 'FREQ=WEEKLY', '03-22T02:30 04-05T02:30 04-12T02:30'],
    ['America/Havana', '2026-03-07T00:30', 'FREQ=DAILY', '03-07T00:30 03-09T00:30 03-10T00:30'],
    ['Australia/Lord_Howe', '2026-10-03T02:15', 'FREQ=DAILY', '10-03T02:15 10-05T02:15 10-06T02:15'],
    ['Pacific/Apia', '2011-12-29T09:00', 'FREQ=DAILY', '12-29T09:00 12-31T09:00 01-01T09:00'],
  ])('in %s skip a time, and it is left out and not counted', (timeZone, start, rule, expected) => {
    for (const end of ['', ';COUNT=3']) {
      const found = shown(`${rule}${end}`, start, timeZone, { limit: end === '' ? 3 : 9 })
      expect(found.map((each) => each.slice(5))).toEqual(expected.split(' '))
    }
  })

  it.each([
    ['Europe/Berlin', '2026-03-22T02:30', 'FREQ=WEEKLY', '03-22T02:30 03-29T03:30 04-05T02:30'],
    ['America/Havana', '2026-03-07T00:30', 'FREQ=DAILY', '03-07T00:30 03-08T01:30 03-09T00:30'],
    ['Australia/Lord_Howe', '2026-10-03T02:15', 'FREQ=DAILY', '10-03T02:15 10-04T02:45 10-05T02:15'],
    // The date that was skipped is the one after it, once.
    ['Pacific/Apia', '2011-12-29T09:00', 'FREQ=DAILY', '12-29T09:00 12-31T09:00 01-01T09:00'],
  ])('in %s skip a time, and an own series is after it', (timeZone, start, rule, expected) => {
    const found = shown(`${rule};COUNT=3`, start, timeZone, { inGap: 'after' })
    expect(found.map((each) => each.slice(5))).toEqual(expected.split(' '))
  })

  it('show a time twice, and the first is meant, but for a start at the second', () => {
    const q = {
      rule: 'FREQ=DAILY',
      timeZone: 'Europe/Berlin',
      from: '2026-10-24T00:00:00Z',
      to: '2026-10-27T00:00:00Z',
      limit: 9,
    }
    expect(occurrences({ ...q, start: '2026-10-24T00:30:00Z' })).toEqual([
      ...['2026-10-24T00:30:00.000Z', '2026-10-25T00:30:00.000Z', '2026-10-26T01:30:00.000Z'],
    ])
    expect(occurrences({ ...q, start: '2026-10-25T01:30:00Z' })).toEqual([
      '2026-10-25T01:30:00.000Z',
      '2026-10-26T01:30:00.000Z',
    ])
  })
})

describe('until', () => {
  const until = (text: string) => days(`FREQ=DAILY;UNTIL=${text}`, TUESDAY, { limit: 9 }).at(-1)

  it.each([
    ['19970904T130000Z', '9-4', 'an instant belongs to them'],
    ['19970904T125959Z', '9-3', 'but not what is after it'],
    ['19970904T090000', '9-4', 'without a Z it is on the clocks of the zone'],
    ['19970904', '9-4', 'a day is meant whole'],
    ['19960904', undefined, 'before the start there are none'],
  ])('%s leads to %s as the last: %s', (text, expected, _why) => {
    expect(until(text)).toBe(expected)
  })
})

describe('the range', () => {
  const q = {
    start: '2026-01-05T09:00:00Z',
    timeZone: 'UTC',
    from: '2026-01-06T09:00:00Z',
    to: '2026-01-08T09:00:00Z',
    limit: 9,
  }
  const dates = (more: Partial<OccurrencesQuery>) =>
    occurrences({ ...q, rule: 'FREQ=DAILY', ...more }).map((each) => each.slice(0, 10))

  it('holds its start and not its end', () => {
    expect(dates({})).toEqual(['2026-01-06', '2026-01-07'])
  })

  it('does not move what is counted', () => {
    expect(dates({ rule: 'RRULE:FREQ=DAILY;COUNT=3', to: '2027-01-01T00:00:00Z' })).toEqual([
      '2026-01-06',
      '2026-01-07',
    ])
    expect(dates({ rule: 'FREQ=DAILY;COUNT=1' })).toEqual([])
  })

  it('does not move every other week, month or year, however far it is', () => {
    const far = { from: '2226-01-01T00:00:00Z', to: '2300-01-01T00:00:00Z', limit: 2 }
    const all = { ...far, from: q.start, limit: 100_000 }
    for (const frequency of ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']) {
      const rule = `FREQ=${frequency};INTERVAL=7`
      expect(dates({ ...far, rule })).toEqual(
        dates({ ...all, rule })
          .filter((each) => each >= '2226')
          .slice(0, 2),
      )
    }
  })

  it.each([
    ['is empty', { to: q.from }],
    ['ends before it starts', { to: '2026-01-01T00:00:00Z' }],
    ['is before the start', { from: '2025-01-01T00:00:00Z', to: '2026-01-05T09:00:00Z' }],
    ['has a limit of none', { limit: 0 }],
  ])('that %s holds none', (_, more) => {
    expect(dates(more)).toEqual([])
  })
})

describe('a rule is refused', () => {
  const found = (rule: string, more: Partial<OccurrencesQuery> = {}) =>
    occurrences({
      rule,
      start: '2026-01-05T09:00:00Z',
      timeZone: 'UTC',
      from: '2026-01-01T00:00:00Z',
      to: '2027-01-01T00:00:00Z',
      limit: 9,
      ...more,
    })

  it.each([
    ['', 'it is not written as'],
    ['every Monday', 'it is not written as'],
    ['FREQ=WEEKLY;BYDAY', 'it is not written as'],
    ['INTERVAL=2', 'it does not say how often'],
    ['FREQ=FORTNIGHTLY', 'it does not say how often'],
    ['FREQ=HOURLY', 'it repeats more often than daily'],
    ['FREQ=MINUTELY;INTERVAL=1440', 'it repeats more often than daily'],
    ['FREQ=SECONDLY;COUNT=1', 'it repeats more often than daily'],
    ['FREQ=DAILY;BYHOUR=8,9,10,11,12,13,14;BYMINUTE=0,15,30,45', 'it repeats more than 24 times a day'],
    ['FREQ=DAILY;COUNT=3;UNTIL=20260301T000000Z', 'it says both COUNT and UNTIL'],
    ['FREQ=DAILY;FREQ=WEEKLY', 'it says something twice'],
    ['FREQ=DAILY;COLOUR=RED', 'it says COLOUR'],
    ['FREQ=DAILY;INTERVAL=0', 'INTERVAL is 0'],
    ['FREQ=DAILY;COUNT=-1', 'COUNT is -1'],
    ['FREQ=DAILY;COUNT=2.5', 'COUNT is 2.5'],
    ['FREQ=DAILY;UNTIL=tomorrow', 'UNTIL is TOMORROW'],
    ['FREQ=WEEKLY;BYDAY=XX', 'no day of the week'],
    ['FREQ=WEEKLY;BYDAY=1MO', 'BYDAY counts in what is no month or year'],
    ['FREQ=MONTHLY;BYDAY=0MO', 'BYDAY counts from 0'],
    ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=1MO', 'BYDAY counts in weeks'],
    ['FREQ=MONTHLY;BYWEEKNO=20', 'BYWEEKNO is for years'],
    ['FREQ=MONTHLY;BYYEARDAY=20', 'BYYEARDAY is for years'],
    ['FREQ=WEEKLY;BYMONTHDAY=1', 'BYMONTHDAY is not for weeks'],
    ['FREQ=MONTHLY;BYMONTHDAY=32', 'BYMONTHDAY is 32'],
    ['FREQ=MONTHLY;BYMONTHDAY=0', 'BYMONTHDAY is 0'],
    ['FREQ=MONTHLY;BYSETPOS=1', 'BYSETPOS has nothing to choose from'],
    ['FREQ=YEARLY;BYMONTH=13', 'BYMONTH is 13'],
    ['FREQ=DAILY;BYHOUR=24', 'BYHOUR is 24'],
    [`FREQ=DAILY;BYMONTHDAY=${'1,'.repeat(2000)}1`, 'it is too long'],
  ])('%s', (rule, why) => {
    expect(() => found(rule)).toThrow(Refusal)
    expect(() => found(rule)).toThrow(why)
  })

  it('but not for small letters, signs, a last semicolon and space around it', () => {
    expect(found(' rrule:freq=monthly;byday=+1mo; ', { limit: 2 })).toEqual([
      '2026-01-05T09:00:00.000Z',
      '2026-02-02T09:00:00.000Z',
    ])
  })

  it.each<[string, Partial<OccurrencesQuery>]>([
    ['an unknown zone', { timeZone: 'Mars/Base' }],
    ['a start that is none', { start: '2026-01-05' }],
    ['a range that is none', { to: 'later' }],
    ['half a limit', { limit: 1.5 }],
  ])('or what it is asked with: %s', (_, more) => {
    expect(() => found('FREQ=DAILY', more)).toThrow(Refusal)
  })

  it.each([
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=1',
    'FREQ=MONTHLY;BYMONTH=2;BYDAY=5MO;BYSETPOS=2',
  ])('when it never ends and never falls: %s', (rule) => {
    expect(found(rule, { to: '2100-01-01T00:00:00Z' })).toEqual([])
    const begun = performance.now()
    expect(() => found(rule, { to: '9999-12-31T00:00:00Z' })).toThrow(expect.objectContaining({ code: 'too_large' }))
    expect(performance.now() - begun).toBeLessThan(5000)
  })

  it('but a birthday since 1604 is found', () => {
    const birthday = { start: '1604-05-04T00:00:00Z', from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z' }
    expect(found('FREQ=YEARLY', birthday)).toEqual(['2026-05-04T00:00:00.000Z'])
    expect(found('FREQ=YEARLY;COUNT=1000', birthday)).toEqual(['2026-05-04T00:00:00.000Z'])
  })
})
