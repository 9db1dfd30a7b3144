import fc from 'fast-check'

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
const some = <T>(of: fc.Arbitrary<T>, maxLength: number) => fc.uniqueArray(of, { minLength: 1, maxLength })
const fromEither = (most: number) => fc.integer({ min: 1, max: most }).chain((n) => fc.constantFrom(n, n, -n))
const part = (name: string, values: fc.Arbitrary<readonly (string | number)[]>) =>
  values.map((list) => `${name}=${list.join(',')}`)
const maybe = (of: fc.Arbitrary<string>, oneIn = 3) =>
  fc.integer({ min: 1, max: oneIn }).chain((n) => (n === 1 ? of : fc.constant('')))

const plainDays = some(fc.constantFrom(...WEEKDAYS), 4)
const countedDays = (most: number) =>
  some(
    fc.tuple(fromEither(most), fc.constantFrom(...WEEKDAYS)).map(([nth, day]) => `${nth}${day}`),
    3,
  )

const months = part('BYMONTH', some(fc.integer({ min: 1, max: 12 }), 3))
const monthDays = part('BYMONTHDAY', some(fromEither(31), 4))
const BY: Record<string, fc.Arbitrary<string>[]> = {
  DAILY: [maybe(months), maybe(monthDays), maybe(part('BYDAY', plainDays))],
  WEEKLY: [maybe(months), maybe(part('BYDAY', plainDays), 2)],
  MONTHLY: [
    maybe(months),
    maybe(monthDays, 2),
    maybe(fc.oneof(part('BYDAY', plainDays), part('BYDAY', countedDays(5))), 2),
  ],
  YEARLY: [
    maybe(months),
    maybe(monthDays),
    maybe(part('BYYEARDAY', some(fromEither(366), 4))),
    maybe(fc.oneof(part('BYDAY', plainDays), part('BYDAY', countedDays(20)))),
  ],
}
const byWeek = fc
  .tuple(maybe(months), part('BYWEEKNO', some(fromEither(53), 3)), maybe(part('BYDAY', plainDays), 2))
  .map((parts) => ['FREQ=YEARLY', ...parts])

const times = fc.tuple(
  maybe(part('BYHOUR', some(fc.integer({ min: 0, max: 23 }), 3)), 5),
  maybe(part('BYMINUTE', some(fc.integer({ min: 0, max: 59 }), 2)), 5),
)
const end = fc.oneof(
  fc.constant(''),
  fc.integer({ min: 1, max: 40 }).map((count) => `COUNT=${count}`),
  fc
    .integer({ min: 1, max: 2000 })
    .map((days) => `UNTIL=${new Date(Date.UTC(2024, 0, days, 12)).toISOString().replace(/[-:]|\.000/g, '')}`),
)

/** Rules of all kinds that RFC 5545 allows, but for those more often than daily. */
export const rules: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(
      {
        weight: 5,
        arbitrary: fc
          .constantFrom(...Object.keys(BY))
          .chain((name) => fc.tuple(...BY[name]!).map((by) => [`FREQ=${name}`, ...by])),
      },
      byWeek,
    ),
    maybe(
      fc.integer({ min: 1, max: 5 }).map((n) => `INTERVAL=${n}`),
      2,
    ),
    maybe(fc.constantFrom(...WEEKDAYS).map((day) => `WKST=${day}`)),
    times,
    maybe(part('BYSETPOS', some(fromEither(4), 2))),
    end,
  )
  .map(([by, interval, weekStart, byTime, setPos, until]) => {
    const chooses = [...by.slice(1), ...byTime].some((each) => each !== '')
    return [...by, interval, weekStart, ...byTime, chooses ? setPos : '', until].filter((each) => each !== '').join(';')
  })
