import { checkDate, checkWeek } from '../../../worker/features/hours/rules/check-windows.ts'

/** A stretch of a day as it stands in the form. */
export type Stretch = { start: string; end: string; overMidnight: boolean }
/** The stretches of each weekday, Sunday first. */
export type WeekDraft = Stretch[][]
type Window = Stretch & { day: number }

export const DAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const
/** In the order in which a week is read. */
export const WEEK_ORDER = [1, 2, 3, 4, 5, 6, 0] as const
export const WORKDAYS = [1, 2, 3, 4, 5] as const
const MIDNIGHT = '24:00'
/** How a field of the clock writes the next midnight. */
export const MIDNIGHT_IN_FIELD = '00:00'
const FIRST: Stretch = { start: '09:00', end: '17:00', overMidnight: false }
const DAY_HOURS = 24
const TWO_HOURS = 2

/** A field of the clock knows no 24:00: the next midnight is written as 00:00 there. */
export const draftOf = (windows: readonly Window[]): WeekDraft =>
  DAY_NAMES.map((_, day) => windows.filter((each) => each.day === day).map(inField))

const inField = ({ start, end, overMidnight }: Stretch): Stretch => ({
  start,
  end: end === MIDNIGHT ? MIDNIGHT_IN_FIELD : end,
  overMidnight: end === MIDNIGHT ? false : overMidnight,
})

/** What the server is sent of a stretch. */
export const written = ({ start, end, overMidnight }: Stretch): Stretch => ({
  start,
  end: end === MIDNIGHT_IN_FIELD ? MIDNIGHT : end,
  overMidnight: mayPassMidnight({ start, end }) && overMidnight,
})

/** Whether it can only be meant to go on after midnight, if it is meant at all. */
export const mayPassMidnight = ({ start, end }: Pick<Stretch, 'start' | 'end'>): boolean =>
  start !== '' && end !== '' && end !== MIDNIGHT_IN_FIELD && end <= start

/** In the order of the week, as the server keeps them. */
export const windowsOf = (draft: WeekDraft): Window[] =>
  draft.flatMap((stretches, day) =>
    stretches
      .map((stretch) => ({ day, ...written(stretch) }))
      .toSorted((one, other) => one.start.localeCompare(other.start)),
  )

/** Why the week cannot be so, in a sentence. */
export function faultInWeek(draft: WeekDraft): string | null {
  if (draft.flat().some(isUnfinished)) return UNFINISHED
  const checked = checkWeek(windowsOf(draft))
  return checked.ok ? null : checked.why
}

/** Why the hours of one weekday cannot be so; days that reach into one another are told of by the week. */
export const faultInDay = (draft: WeekDraft, day: number): string | null =>
  faultInWeek(draft.map((stretches, each) => (each === day ? stretches : [])))

/** The same of one date. */
export function faultInDate(date: string, stretches: readonly Stretch[]): string | null {
  if (stretches.some(isUnfinished)) return UNFINISHED
  const checked = checkDate(date, stretches.map(written))
  return checked.ok ? null : checked.why
}

const isUnfinished = ({ start, end }: Stretch) => start === '' || end === ''
const UNFINISHED = 'Please fill in both times, such as 09:00 and 17:00.'

/** One more stretch: usual hours first, then two hours after a break of one; null where the day has no room for it. */
export function withOneMore(stretches: readonly Stretch[]): Stretch[] | null {
  const last = stretches.at(-1)
  if (!last) return [FIRST]
  const hour = Number(last.end.slice(0, 2)) + 1
  if (last.end <= last.start || hour >= DAY_HOURS) return null
  const until = Math.min(hour + TWO_HOURS, DAY_HOURS) % DAY_HOURS
  return [...stretches, { start: clock(hour), end: clock(until), overMidnight: false }]
}

const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`

/** The hours of a day on every other workday as well. */
export const copiedToWorkdays = (draft: WeekDraft, from: number): WeekDraft =>
  draft.map((stretches, day) =>
    WORKDAYS.some((each) => each === day) ? (draft[from] ?? []).map((stretch) => ({ ...stretch })) : stretches,
  )

/** “09:00 – 12:00, 13:00 – 17:00”, or that it is closed. */
export const inWords = (stretches: readonly Stretch[]): string =>
  stretches.length === 0
    ? 'closed'
    : stretches
        .map(({ start, end, overMidnight }) => `${start} – ${end}${overMidnight ? ' (next day)' : ''}`)
        .join(', ')
