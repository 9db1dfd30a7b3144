import { Chrono, configuration, type ParsedResult } from 'chrono-node/en'
import { Temporal } from 'temporal-polyfill/implementation'
import type { Entity } from '../intents.ts'
import { sentencesOf } from '../sentences.ts'
import { type ReadingContext, writesDayFirst } from './context.ts'
import { OWN_PARSERS } from './date-parsers.ts'
import { isNoDate } from './no-dates.ts'

/** More sentences than this are no message that names a day; it bounds the work, for each sentence is bounded too. */
const MAX_SENTENCES = 150
/** Only a sentence with one of these can hold a date, and the parser is the slowest part of the reading. */
const CUE =
  /\d|\b(?:mon|tue|wed|thu|fri|sat|sun)(?:[a-z]*day)?s?\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\b(?:to(?:day|morrow|night)|yesterday|noon|midday|fortnight|weeks?|months?|half|quarter|o'?clock|days?|hours?)\b|\b(?:at|after|before|around|by) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/i
/** A bare "at 4" means the afternoon: no office opens at four in the morning. */
const LAST_AFTERNOON_HOUR = 6
const NOON = 12

function chronoOf(dayFirst: boolean): Chrono {
  const chrono = new Chrono(configuration.createCasualConfiguration(dayFirst))
  chrono.parsers.unshift(...OWN_PARSERS)
  return chrono
}
const DAY_FIRST = chronoOf(true)
const MONTH_FIRST = chronoOf(false)

type ParsedComponents = ParsedResult['start']
type Clock = { timeZone: string; instant: Date; wall: Temporal.ZonedDateTime; offsetMinutes: number; chrono: Chrono }

/** The office's clock at the moment the mail was sent; null when the moment or the zone is not one. */
function clockAt(at: string, context: ReadingContext): Clock | null {
  const ms = [Date.parse(at), Date.parse(context.now)].find((candidate) => Number.isFinite(candidate))
  if (ms === undefined) return null
  try {
    const wall = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(context.timeZone)
    const chrono = writesDayFirst(context) ? DAY_FIRST : MONTH_FIRST
    const offsetMinutes = Math.round(wall.offsetNanoseconds / 60e9)
    return { timeZone: context.timeZone, instant: new Date(ms), wall, offsetMinutes, chrono }
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function parse(piece: string, clock: Clock): ParsedResult[] {
  const reference = { instant: clock.instant, timezone: clock.offsetMinutes }
  const found = clock.chrono.parse(piece, reference, { forwardDate: true })
  return found.flatMap((result) => {
    if (isNoDate(result.text, piece.slice(result.index + result.text.length))) return []
    // Asked for the future, chrono moves even "last Friday" there.
    return /^(?:last|past)\b/i.test(result.text)
      ? clock.chrono.parse(result.text, reference).map(movedTo(result))
      : [result]
  })
}

const movedTo =
  (place: ParsedResult) =>
  (result: ParsedResult): ParsedResult => ({
    index: place.index + result.index,
    refDate: result.refDate,
    text: result.text,
    start: result.start,
    date: () => result.date(),
    tags: () => result.tags(),
  })

const namesDay = (start: ParsedComponents) => start.isCertain('day') || start.isCertain('weekday')
const namesHour = (start: ParsedComponents) => start.isCertain('hour')

function dayOf(start: ParsedComponents): Temporal.PlainDate {
  const [year, month, day] = [start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0]
  return Temporal.PlainDate.from({ year, month, day })
}

function timeOf(result: ParsedResult): Temporal.PlainTime {
  const hour = result.start.get('hour') ?? 0
  const minute = result.start.get('minute') ?? 0
  const sayWhichHalf = result.start.isCertain('meridiem') || /\b0\d/.test(result.text)
  const afternoon = !sayWhichHalf && hour >= 1 && hour <= LAST_AFTERNOON_HOUR
  return Temporal.PlainTime.from({ hour: afternoon ? hour + NOON : hour, minute })
}

/** The day that a bare time belongs to: one named in the same sentence, or else the next on which it is still to come. */
function dayFor(
  time: Temporal.PlainTime,
  result: ParsedResult,
  sentence: ParsedResult[],
  clock: Clock,
): Temporal.PlainDate {
  const distance = (other: ParsedResult) => Math.abs(other.index - result.index)
  const named = sentence.filter((other) => namesDay(other.start)).sort((a, b) => distance(a) - distance(b))[0]
  if (named) return dayOf(named.start)
  const today = clock.wall.toPlainDate()
  return Temporal.PlainTime.compare(time, clock.wall.toPlainTime()) > 0 ? today : today.add({ days: 1 })
}

function instantOf(result: ParsedResult, sentence: ParsedResult[], clock: Clock): string {
  // "3pm EST" and "in two hours" fix the moment by themselves.
  if (result.start.isCertain('timezoneOffset')) return result.start.date().toISOString()
  const time = timeOf(result)
  const day = namesDay(result.start) ? dayOf(result.start) : dayFor(time, result, sentence, clock)
  const moment = day.toZonedDateTime({ timeZone: clock.timeZone, plainTime: time })
  return new Date(moment.epochMilliseconds).toISOString()
}

/**
 * The days and times that a text names, read on the office's clock at the moment it was sent: `date` as `YYYY-MM-DD`,
 * `time` as an instant. "Tuesday at 3pm" is both. A time that falls into the gap of a clock change is the one after it.
 * Weeks, months and lengths of time are no days and are left out.
 */
export function findDates(text: string, at: string, context: ReadingContext, limit: number): Entity[] {
  const clock = clockAt(at, context)
  if (clock === null) return []
  const found: Entity[] = []
  for (const span of sentencesOf(text, MAX_SENTENCES)) {
    const piece = text.slice(span.start, span.end)
    if (!CUE.test(piece)) continue
    const sentence = parse(piece, clock)
    for (const result of sentence) {
      const start = span.start + result.index
      const place = { quote: result.text, start, end: start + result.text.length }
      if (namesDay(result.start)) found.push({ kind: 'date', value: dayOf(result.start).toString(), ...place })
      if (namesHour(result.start)) found.push({ kind: 'time', value: instantOf(result, sentence, clock), ...place })
      if (found.length >= limit) return found.slice(0, limit)
    }
  }
  return found
}
