import fc from 'fast-check'
import { convertIcsCalendar } from 'ts-ics'
import { describe, expect, it } from 'vitest'
import { writeCalendar } from '../../../worker/features/appointments/rules/ics/write-calendar.ts'
import { expand } from '../../../worker/features/calendars/rules/ics/expand.ts'
import { MOST_EVENTS, readCalendar } from '../../../worker/features/calendars/rules/ics/read-calendar.ts'
import { WINDOWS_ZONES } from '../../../worker/features/calendars/rules/ics/windows-zones.ts'
import { isTimeZone } from '../../../worker/features/office/rules/places.ts'
import { calendar, event, meeting } from './files.ts'

const BERLIN = 'Europe/Berlin'
const range = { from: Date.parse('2027-01-01T00:00Z'), to: Date.parse('2027-12-31T00:00Z') }

function read(text: string, zone = BERLIN) {
  const found = readCalendar(text, zone)
  if (!found.ok) throw new Error(found.why)
  const { occurrences, endless, notTaken } = expand(found.events, range, 5000)
  return {
    name: found.name,
    endless,
    whys: [...found.notTaken, ...notTaken].map(({ title, why }) => `${title}: ${why}`),
    times: occurrences.map(({ startsAt, endsAt }) => [iso(startsAt), iso(endsAt)]),
    titles: occurrences.map(({ title }) => title),
    ids: occurrences.map(({ uid, recurrenceId }) => [uid, recurrenceId]),
    all: occurrences,
  }
}
const iso = (at: number) => new Date(at).toISOString().slice(0, 16)
const starts = (text: string, zone = BERLIN) => read(text, zone).times.map(([start]) => start)
const at = (start: string, end = '') => event('UID:a', start, ...(end ? [end] : []))

describe('when an event is', () => {
  it.each([
    ['DTSTART:20270301T090000Z', '2027-03-01T09:00', 'on UTC'],
    ['DTSTART;TZID=America/New_York:20270301T090000', '2027-03-01T14:00', 'on the clock of a zone'],
    ['DTSTART;TZID=Romance Standard Time:20270301T090000', '2027-03-01T08:00', 'in a zone of Windows'],
    ['DTSTART;TZID="W. Europe Standard Time":20270701T090000', '2027-07-01T07:00', 'in one with quotes, in summer'],
    [
      'DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Athens:20270301T090000',
      '2027-03-01T07:00',
      'behind a path',
    ],
    ['DTSTART:20270301T090000', '2027-03-01T08:00', 'without a zone, on the office’s clock'],
    [
      'DTSTART;TZID="(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna":20270701T090000',
      ...['2027-07-01T07:00', 'as Outlook shows a zone'],
    ],
    [
      'DTSTART;TZID="(UTC-05:00) Eastern Time (US & Canada)":20270701T090000',
      ...['2027-07-01T13:00', 'as it shows one without a city'],
    ],
    ['DTSTART;VALUE=DATE:20270301', '2027-02-28T23:00', 'a day, of the office'],
    ['DTSTART;TZID=Europe/Berlin:20270328T023000', '2027-03-28T01:30', 'in an hour that the clocks skip'],
  ])('%s is %s: %s', (start, instant) => {
    expect(starts(calendar(at(start, start.includes('DATE') ? '' : 'DURATION:PT1H')))).toEqual([instant])
  })

  it('is known by what the file says of a name of its own', () => {
    const zone = 'BEGIN:VTIMEZONE\r\nTZID:Mine\r\nX-LIC-LOCATION:Asia/Tokyo\r\nEND:VTIMEZONE'
    expect(starts(calendar(zone, at('DTSTART;TZID=Mine:20270301T090000', 'DURATION:PT1H')))).toEqual([
      '2027-03-01T00:00',
    ])
  })

  it('is an error where nobody knows the zone, and not a guess', () => {
    const found = read(calendar(event('SUMMARY:Odd', 'DTSTART;TZID=Mars/Olympus:20270301T090000'), meeting('b')))
    expect(found.whys).toEqual(['Odd: The time zone “Mars/Olympus” is not known.'])
    expect(found.titles).toEqual(['Meeting b'])
  })

  it('ends before its end, or after its length; whole days are days of the calendar', () => {
    const days = calendar(at('DTSTART;VALUE=DATE:20270327', 'DTEND;VALUE=DATE:20270329'))
    // The second of the two days has 23 hours in Berlin.
    expect(read(days).times).toEqual([['2027-03-26T23:00', '2027-03-28T22:00']])
    expect(read(calendar(at('DTSTART;VALUE=DATE:20270301'))).times).toEqual([['2027-02-28T23:00', '2027-03-01T23:00']])
    const length = calendar(at('DTSTART:20270301T090000Z', 'DURATION:P1DT2H30M'))
    expect(read(length).times).toEqual([['2027-03-01T09:00', '2027-03-02T11:30']])
  })
})

describe('what repeats', () => {
  const weekly = (...more: string[]) => meeting('w', '01', 'RRULE:FREQ=WEEKLY;COUNT=5', ...more)

  it('keeps the time of its clock when that changes', () => {
    expect(starts(calendar(weekly()))).toEqual([
      ...['2027-03-01T09:00', '2027-03-08T09:00', '2027-03-15T09:00', '2027-03-22T09:00', '2027-03-29T08:00'],
    ])
  })

  it('leaves out dates, named by their time or by their day, and adds others', () => {
    const found = calendar(
      weekly(
        'EXDATE;TZID=Europe/Berlin:20270308T100000,20270322T100000',
        'EXDATE;VALUE=DATE:20270315',
        'RDATE;TZID=Europe/Berlin:20270303T120000',
      ),
    )
    expect(starts(found)).toEqual(['2027-03-01T09:00', '2027-03-03T11:00', '2027-03-29T08:00'])
  })

  it('has single dates moved, renamed and called off; each keeps its name', () => {
    const moved = event(
      'UID:w',
      'RECURRENCE-ID;TZID=Europe/Berlin:20270308T100000',
      'DTSTART;TZID=Europe/Berlin:20270309T150000',
      'DURATION:PT30M',
      'SUMMARY:Later',
    )
    const off = event('UID:w', 'RECURRENCE-ID:20270315T090000Z', 'DTSTART:20270315T090000Z', 'STATUS:CANCELLED')
    const found = read(calendar(weekly(), moved, off))
    expect(found.times.map(([start]) => start)).toEqual([
      ...['2027-03-01T09:00', '2027-03-09T14:00', '2027-03-22T09:00', '2027-03-29T08:00'],
    ])
    expect(found.titles[1]).toBe('Later')
    expect(found.ids[1]).toEqual(['w', '2027-03-08T09:00:00.000Z'])
  })

  it('goes on otherwise from a date on (THISANDFUTURE), by the clock and over its change', () => {
    const later = event(
      'UID:w',
      'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20270315T100000',
      'DTSTART;TZID=Europe/Berlin:20270315T140000',
      'DURATION:PT2H',
      'SUMMARY:Afternoons',
    )
    expect(read(calendar(weekly(), later)).times).toEqual([
      ['2027-03-01T09:00', '2027-03-01T10:00'],
      ['2027-03-08T09:00', '2027-03-08T10:00'],
      ['2027-03-15T13:00', '2027-03-15T15:00'],
      ['2027-03-22T13:00', '2027-03-22T15:00'],
      ['2027-03-29T12:00', '2027-03-29T14:00'],
    ])
    const ended = later.replace('SUMMARY', 'STATUS:CANCELLED\r\nSUMMARY')
    expect(starts(calendar(weekly(), ended))).toEqual(['2027-03-01T09:00', '2027-03-08T09:00'])
  })

  it('by whole days has the day too whose midnight the clocks skip', () => {
    const days = calendar(at('DTSTART;VALUE=DATE:20270312', 'RRULE:FREQ=DAILY;COUNT=4'))
    // In Havana the clocks of the 14th of March 2027 begin at one.
    expect(read(days, 'America/Havana').times).toEqual([
      ['2027-03-12T05:00', '2027-03-13T05:00'],
      ['2027-03-13T05:00', '2027-03-14T05:00'],
      ['2027-03-14T05:00', '2027-03-15T04:00'],
      ['2027-03-15T04:00', '2027-03-16T04:00'],
    ])
  })

  it('without an end is followed to the end of the range, and said to be so', () => {
    const found = read(calendar(meeting('e', '01', 'RRULE:FREQ=DAILY')))
    expect(found.times).toHaveLength(305)
    expect(found.endless).toBe(1)
  })

  it.each([
    ['RRULE:FREQ=SECONDLY', 'This rule of repetition cannot be read: it repeats more often than daily.'],
    ['RRULE:FREQ=MINUTELY;INTERVAL=5', 'This rule of repetition cannot be read: it repeats more often than daily.'],
    [
      'RRULE:FREQ=DAILY;COUNT=3;UNTIL=20270401T000000Z',
      'This rule of repetition cannot be read: it says both COUNT and UNTIL.',
    ],
    ['RRULE:nonsense', 'This rule of repetition cannot be read: it is not written as FREQ=WEEKLY;INTERVAL=2.'],
    ['EXRULE:FREQ=DAILY', 'It says EXRULE, which calendars gave up in 2009.'],
  ])('by %s is refused with a sentence, and the others are taken', (rule, why) => {
    const found = read(calendar(meeting('bad', '01', rule), meeting('good', '02')))
    expect(found.whys).toEqual([`Meeting bad: ${why}`])
    expect(found.titles).toEqual(['Meeting good'])
  })

  it('thousandfold since long ago takes no longer than a moment', () => {
    const old = (n: number) =>
      event(`UID:o${n}`, 'DTSTART:16010101T000000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=200000', 'SUMMARY:Old')
    const text = calendar(...Array.from({ length: 5000 }, (_, n) => old(n)))
    const begun = performance.now()
    const found = read(text)
    expect(performance.now() - begun).toBeLessThan(15_000)
    expect(found.whys.at(-1)).toBe('Old: The calendar repeats more than can be followed.')
  })
})

describe('a broken file', () => {
  it.each([
    ['SUMMARY:No start', 'It does not say when it begins.'],
    ['DTSTART:2027-03-01', 'DTSTART is no time: “2027-03-01”.'],
    ['DTSTART:20270230T100000Z', 'DTSTART is no date: “20270230T100000Z”.'],
    ['DTSTART:20270301T100000Z\r\nDTEND:20270301T090000Z', 'It ends before it begins.'],
    ['DTSTART:20270301T100000Z\r\nDURATION:soon', 'DURATION is no length: “soon”.'],
  ])('with %j in one event says why, and has the others', (lines, why) => {
    const found = read(calendar(event('UID:x', lines), meeting('good')))
    expect(found.whys[0]).toContain(why)
    expect(found.titles).toEqual(['Meeting good'])
  })

  it('is no calendar when it is a page, a picture or nothing, and too much with too many events', () => {
    for (const text of ['', '<html>BEGIN:VCALENDAR?</html>', '\u0000\u0001', 'hello\nworld'])
      expect(readCalendar(text, BERLIN)).toEqual({ ok: false, why: 'no_calendar' })
    const many = `BEGIN:VCALENDAR\n${'BEGIN:VEVENT\nEND:VEVENT\n'.repeat(MOST_EVENTS + 1)}END:VCALENDAR`
    expect(readCalendar(many, BERLIN)).toEqual({ ok: false, why: 'too_many' })
  })

  it('is read as far as it goes when it is cut off, and whatever its letters are it throws nothing', () => {
    expect(read(calendar(meeting('a'), meeting('b', '02')).slice(0, -60)).titles).toEqual(['Meeting a'])
    const words = [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'END:VEVENT',
      'DTSTART',
      'RRULE:FREQ=DAILY',
      ':',
      ';',
      '=',
      '"',
      '\n',
      ' ',
      '20270301',
    ]
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 40 }), (pieces) => {
        const found = readCalendar(`BEGIN:VCALENDAR\n${pieces.join('')}`, BERLIN)
        if (found.ok) expand(found.events, range, 100)
      }),
    )
  })

  it('does not take alarms and folded lines for what they are not', () => {
    const alarm = 'BEGIN:VALARM\r\nTRIGGER:-PT15M\r\nDURATION:PT5M\r\nSUMMARY:Ring\r\nEND:VALARM'
    const folded = 'SUMMARY:A very long\r\n  title\\, with a comma\\nand a line'
    const found = read(calendar(event('UID:a', 'DTSTART:20270301T090000Z', 'DURATION:PT1H', alarm, folded)))
    expect(found.titles).toEqual(['A very long title, with a comma\nand a line'])
    expect(found.times).toEqual([['2027-03-01T09:00', '2027-03-01T10:00']])
  })

  it('of free and busy times alone has its busy times', () => {
    const busy =
      'BEGIN:VFREEBUSY\r\nFREEBUSY;FBTYPE=BUSY:20270301T090000Z/PT1H,20270302T090000Z/20270302T120000Z\r\nFREEBUSY;FBTYPE=FREE:20270303T090000Z/PT1H\r\nEND:VFREEBUSY'
    expect(starts(calendar(busy))).toEqual(['2027-03-01T09:00', '2027-03-02T09:00'])
  })
})

const instant = fc.integer({ min: range.from / 60_000, max: range.to / 60_000 - 2000 }).map((minute) => minute * 60_000)
const written = fc.record({
  startsAt: instant,
  minutes: fc.integer({ min: 1, max: 1440 }),
  summary: fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 90 })
    .filter((text) => text.trim() === text && !/[\p{Cc}]/u.test(text)),
})

describe('what is read', () => {
  it('is what was written, and what a library reads that did not write it', () => {
    fc.assert(
      fc.property(fc.array(written, { maxLength: 8 }), (events) => {
        const text = writeCalendar({
          method: 'publish',
          host: 'foyer.test',
          events: events.map(({ startsAt, minutes, summary }, n) => ({
            ...{ uid: `e${n}`, sequence: n, stampAt: new Date(0), summary, status: 'confirmed' as const },
            ...{ startsAt: new Date(startsAt), endsAt: new Date(startsAt + minutes * 60_000) },
          })),
        })
        const ours = read(text).all.map(({ uid, title, startsAt, endsAt }) => [uid, title, startsAt, endsAt])
        const meant = events.map(({ startsAt, minutes, summary }, n) => [
          ...[`e${n}@foyer.test`, summary, startsAt, startsAt + minutes * 60_000],
        ])
        const theirs = (convertIcsCalendar(undefined, text).events ?? []).map(({ uid, summary, start, end }) => [
          ...[uid, summary, start.date.getTime(), end?.date.getTime()],
        ])
        expect(new Set(ours.map(String))).toEqual(new Set(meant.map(String)))
        expect(new Set(ours.map(String))).toEqual(new Set(theirs.map(String)))
      }),
      { numRuns: 60 },
    )
  })
})

describe('the zones of Windows', () => {
  it('are all zones that the platform knows', () => {
    expect(WINDOWS_ZONES.size).toBeGreaterThan(130)
    for (const zone of WINDOWS_ZONES.values()) expect([zone, isTimeZone(zone)]).toEqual([zone, true])
  })
})
