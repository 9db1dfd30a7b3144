import fc from 'fast-check'
import { RRuleTemporal } from 'rrule-temporal'
import { expect, it } from 'vitest'
import { occurrences } from '../../../worker/features/appointments/rules/occurrences.ts'
import { MINUTE_MS } from '../../../worker/kernel/time.ts'
import { clockAt } from './changes.ts'
import { iso } from './queries.ts'
import { rules } from './rules-of-repetition.ts'

const zones = fc.constantFrom('America/New_York', 'Europe/Berlin', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC')
const starts = fc.integer({ min: 0, max: 2 * 366 * 24 * 60 }).map((minute) => Date.UTC(2024, 0, 1) + minute * MINUTE_MS)
const [FROM, TO, LIMIT] = ['2024-01-01T00:00:00Z', '2034-01-01T00:00:00Z', 15]
/** The library gives up sooner, which is quicker where a rule never falls. */
const MAX_ITERATIONS = 150

/**
 * Where RFC 5545 is read in another way than by us: there a rule for years that names days in two ways means the days of
 * both, here those that are named both ways (its note 2 to BYDAY); and the years of a rule that names weeks are counted
 * from the calendar year of its start, here from the year whose week that is, so that the start is always one of them.
 */
const isReadAlike = (rule: string) => {
  const named = ['BYYEARDAY', 'BYMONTHDAY', 'BYDAY'].filter((part) => rule.includes(part))
  return !(rule.includes('YEARLY') && named.length > 1) && !(rule.includes('BYWEEKNO') && rule.includes('INTERVAL'))
}

/** What the library finds, or null where it gives up. */
function theirs(rule: string, start: number, timeZone: string): string[] | null {
  const series = new RRuleTemporal({
    rruleString: rule,
    dtstart: clockAt(timeZone, start),
    maxIterations: MAX_ITERATIONS,
  })
  const found: number[] = []
  try {
    series.all(({ epochMilliseconds }) => {
      if (epochMilliseconds < Date.parse(TO)) found.push(epochMilliseconds)
      return found.length < LIMIT && epochMilliseconds < Date.parse(TO)
    })
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Maximum')) return null
    throw error
  }
  return found.map(iso)
}

it('what a rule means is what a library of others finds, for rules of all kinds in zones of all kinds', () => {
  let compared = 0
  fc.assert(
    fc.property(rules.filter(isReadAlike), starts, zones, (rule, start, timeZone) => {
      const expected = theirs(rule, start, timeZone)
      if (expected === null) return
      compared += expected.length
      expect(occurrences({ rule, start: iso(start), timeZone, from: FROM, to: TO, limit: LIMIT })).toEqual(expected)
    }),
    { numRuns: 200 },
  )
  expect(compared).toBeGreaterThan(500)
})
