import { describe, expect, it } from 'vitest'
import { offsetAt } from '../../../worker/features/appointments/rules/time/offset-at.ts'
import { hasDay, isShown, toInstant, wallAt } from '../../../worker/features/appointments/rules/time/to-instant.ts'
import {
  dayNumberOf,
  instantOf,
  instantWriter,
  minutesOf,
} from '../../../worker/features/appointments/rules/time/written.ts'
import { Refusal } from '../../../worker/kernel/refusal.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../worker/kernel/time.ts'
import { changesOf, clockAt, instantAt, ZONES } from './changes.ts'

const CHANGES = ZONES.flatMap((zone) =>
  changesOf(zone, '2024-01-01T00:00:00Z', '2036-01-01T00:00:00Z').map((at) => ({ zone, at })),
)
/** Around a change, in minutes: where clocks skip or repeat, at its edges, and where it must no longer be felt. */
const PROBES = [-1440, -61, -60, -59, -45, -30, -15, -1, 0, 1, 15, 29, 30, 31, 45, 59, 60, 61, 119, 120, 1440]

const wallOf = (text: string) => Date.parse(`${text}Z`)
const instant = (timeZone: string, wall: string) => new Date(toInstant(timeZone, wallOf(wall))).toISOString()

describe('the clocks of all zones', () => {
  it('show before and after each change from 2024 to 2035 what Temporal says', () => {
    expect(CHANGES.length).toBeGreaterThan(2000)
    const wrong = CHANGES.filter(({ zone, at }) =>
      [at - 1, at].some((each) => offsetAt(zone, each) !== clockAt(zone, each).offsetNanoseconds / 1e6),
    )
    expect(wrong).toEqual([])
  })

  it('never change twice within two days, on which the cache and the conversion rest', () => {
    // So it is from 1970 on, in all 20,860 changes; to ask for these takes six seconds.
    const close = CHANGES.filter(
      ({ zone, at }, n) => CHANGES[n - 1]?.zone === zone && at - CHANGES[n - 1]!.at < 2 * DAY_MS,
    )
    expect(close).toEqual([])
  })

  it('turn a wall time around each change into the instant that Temporal finds', () => {
    // Each change with a few of the probes, so that all probes meet all kinds of changes.
    const tried = CHANGES.flatMap(({ zone, at }, n) =>
      PROBES.filter((_, p) => p % 7 === n % 7).map((minutes) => ({
        zone,
        wall: wallAt(zone, at - 1) + 1 + minutes * MINUTE_MS,
      })),
    )
    const wrong = tried.filter(
      ({ zone, wall }) => toInstant(zone, wall) !== instantAt(zone, clockAt('UTC', wall).toPlainDateTime()),
    )
    expect(wrong).toEqual([])
  })

  it.each([
    ['Europe/Berlin', '2026-03-29T02:30:00', '2026-03-29T01:30:00.000Z'],
    ['Europe/Berlin', '2026-10-25T02:30:00', '2026-10-25T00:30:00.000Z'],
    ['America/Havana', '2026-03-08T00:00:00', '2026-03-08T05:00:00.000Z'],
    ['Asia/Beirut', '2026-03-29T00:00:00', '2026-03-28T22:00:00.000Z'],
    ['Australia/Lord_Howe', '2026-10-04T02:15:00', '2026-10-03T15:45:00.000Z'],
    ['Australia/Lord_Howe', '2026-04-05T01:45:00', '2026-04-04T14:45:00.000Z'],
    ['Asia/Kathmandu', '2026-05-01T09:00:00', '2026-05-01T03:15:00.000Z'],
    ['Pacific/Apia', '2011-12-30T09:00:00', '2011-12-30T19:00:00.000Z'],
    ['Pacific/Apia', '2011-12-31T09:00:00', '2011-12-30T19:00:00.000Z'],
  ])('in %s turn %s into %s', (zone, wall, expected) => {
    expect(instant(zone, wall)).toBe(expected)
  })

  it('are known in the years of old, to the second', () => {
    expect(offsetAt('America/New_York', Date.UTC(1800, 0))).toBe(-(4 * HOUR_MS + 56 * MINUTE_MS + 2000))
    expect(offsetAt('Etc/UTC', 0)).toBe(0)
  })

  it('skip an hour or a whole day, and this can be asked', () => {
    expect(isShown('Europe/Berlin', wallOf('2026-03-29T02:30:00'))).toBe(false)
    expect(isShown('Europe/Berlin', wallOf('2026-10-25T02:30:00'))).toBe(true)
    expect(hasDay('Pacific/Apia', dayNumberOf('2011-12-30'))).toBe(false)
    expect(hasDay('Pacific/Apia', dayNumberOf('2011-12-31'))).toBe(true)
    expect(hasDay('America/Havana', dayNumberOf('2026-03-08'))).toBe(true)
  })

  it('are refused for a zone that is not one', () => {
    expect(() => offsetAt('Mars/Base', 0)).toThrow(new Refusal('invalid', 'The time zone “Mars/Base” is not known.'))
  })

  it('stay right when more zones and days are asked for than are kept', () => {
    for (const zone of ZONES)
      expect(offsetAt(zone, Date.UTC(2026, 6))).toBe(clockAt(zone, Date.UTC(2026, 6)).offsetNanoseconds / 1e6)
    for (let day = 0; day < 21_000; day += 1) offsetAt('Europe/Berlin', day * DAY_MS)
    expect(offsetAt('Europe/Berlin', Date.UTC(2026, 6))).toBe(2 * HOUR_MS)
  })
})

describe('what is written', () => {
  it.each([
    '2026-03-02T09:00Z',
    '2026-03-02T09:00:07Z',
    '2026-03-02T23:59:59.999Z',
    '2024-02-29T00:00:00.5Z',
    '1604-01-01T00:00:00.123456Z',
  ])('as %s is that instant', (text) => {
    expect(instantOf(text, 'This')).toBe(Date.parse(text))
  })

  it.each([
    '',
    'soon',
    '2026-03-02',
    '2026-03-02T09:00:00',
    '2026-03-02T09:00:00+01:00',
    '2026-02-30T09:00:00Z',
    '2026-13-01T09:00:00Z',
    '2026-03-02T24:00:00Z',
    '2026-03-02T09:60:00Z',
    '1500-01-01T00:00:00Z',
    '+12026-03-02T09:00:00Z',
  ])('as “%s” is no instant', (text) => {
    expect(() => instantOf(text, 'This')).toThrow(Refusal)
  })

  it.each([
    ['00:00', 0],
    ['09:30', 570],
    ['23:59', 1439],
    ['24:00', 1440],
  ])('as %s is so many minutes: %i', (text, minutes) => {
    expect(minutesOf(text)).toBe(minutes)
  })

  it.each(['24:01', '9:00', '09:60', '25:00', '', '09:00:00'])('as “%s” is no time of day', (text) => {
    expect(() => minutesOf(text)).toThrow(Refusal)
  })

  it.each(['2026-02-29', '2026-04-31', '2026-00-10', '2026-3-2', 'today'])('as “%s” is no date', (text) => {
    expect(() => dayNumberOf(text)).toThrow(Refusal)
  })

  it('is what Date writes, also with seconds and before 1970', () => {
    const written = instantWriter()
    const instants = [0, 1, 9 * HOUR_MS, -1, -MINUTE_MS, DAY_MS + 59_999, Date.UTC(2026, 9, 25, 13, 5)]
    expect(instants.map(written)).toEqual(instants.map((at) => new Date(at).toISOString()))
  })
})
