import { DAY_MS } from '../../../../kernel/time.ts'
import { dayNumberOf, instantOf } from '../time/written.ts'
import { checkRule } from './check-rule.ts'
import { refusal } from './refusal.ts'
import { type ByDay, FREQUENCIES, type Rule, type Until, WEEKDAYS } from './rule.ts'

const MOST_CHARACTERS = 2000
const PARTS = /^[A-Z-]+=[^=;]+(;[A-Z-]+=[^=;]+)*;?$/
const UNTIL = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/
const BY_DAY = /^([+-]?\d{1,2})?(SU|MO|TU|WE|TH|FR|SA)$/
const WHOLE = /^[+-]?\d{1,9}$/
const SUB_DAILY = ['HOURLY', 'MINUTELY', 'SECONDLY']

/**
 * A rule as iCalendar writes it, such as `FREQ=WEEKLY;BYDAY=MO,TH`, with `RRULE:` before it or not. Refused is what RFC
 * 5545 does not allow, and what comes more often than daily.
 */
export function readRule(text: string): Rule {
  const parts = partsOf(text)
  const take = (name: string) => {
    const value = parts.get(name)
    parts.delete(name)
    return value
  }
  const numbers = (name: string, most: number, least = 1) => numbersOf(take(name), name, least, most)
  const fromEither = (name: string, most: number) => numbers(name, most, -most)
  const rule: Rule = {
    frequency: frequencyOf(take('FREQ')),
    interval: wholeOf(take('INTERVAL') ?? '1', 'INTERVAL', 1),
    count: countOf(take('COUNT')),
    until: untilOf(take('UNTIL')),
    weekStart: weekdayOf(take('WKST') ?? 'MO'),
    byMonth: numbers('BYMONTH', 12),
    byWeekNo: fromEither('BYWEEKNO', 53),
    byYearDay: fromEither('BYYEARDAY', 366),
    byMonthDay: fromEither('BYMONTHDAY', 31),
    byDay: (take('BYDAY')?.split(',') ?? []).map(byDayOf),
    byHour: numbers('BYHOUR', 23, 0),
    byMinute: numbers('BYMINUTE', 59, 0),
    // A leap second is the last that clocks show.
    bySecond: numbers('BYSECOND', 60, 0).map((second) => Math.min(second, 59)),
    bySetPos: fromEither('BYSETPOS', 366),
  }
  const [unknown] = parts.keys()
  if (unknown !== undefined) throw refusal(`it says ${unknown}`)
  checkRule(rule)
  return rule
}

function partsOf(text: string): Map<string, string> {
  const rule = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
  if (rule.length > MOST_CHARACTERS) throw refusal('it is too long')
  if (!PARTS.test(rule)) throw refusal('it is not written as FREQ=WEEKLY;INTERVAL=2')
  const pairs = rule
    .split(';')
    .filter((part) => part !== '')
    .map((part) => part.split('='))
  const parts = new Map(pairs.map(([name = '', value = '']) => [name, value]))
  if (parts.size < pairs.length) throw refusal('it says something twice')
  return parts
}

function frequencyOf(text: string | undefined) {
  const frequency = FREQUENCIES.find((each) => each === text)
  if (frequency) return frequency
  throw refusal(
    SUB_DAILY.some((each) => each === text) ? 'it repeats more often than daily' : 'it does not say how often',
  )
}

function countOf(text: string | undefined): number | null {
  return text === undefined ? null : wholeOf(text, 'COUNT', 1)
}

function wholeOf(text: string, name: string, least: number, most = Number.MAX_SAFE_INTEGER): number {
  const number = WHOLE.test(text) ? Number(text) : Number.NaN
  if (number >= least && number <= most) return number
  throw refusal(`${name} is ${text}`)
}

function numbersOf(list: string | undefined, name: string, least: number, most: number): number[] {
  const numbers = (list?.split(',') ?? []).map((each) => wholeOf(each, name, least, most))
  // What counts from either end has no place 0.
  if (least < 0 && numbers.includes(0)) throw refusal(`${name} is 0`)
  return [...new Set(numbers)].sort((a, b) => a - b)
}

function weekdayOf(text: string): number {
  const weekday = WEEKDAYS.indexOf(text)
  if (weekday < 0) throw refusal(`${text} is no day of the week`)
  return weekday
}

function byDayOf(text: string): ByDay {
  const [, nth, weekday = ''] = BY_DAY.exec(text) ?? []
  return { weekday: weekdayOf(weekday), nth: nth === undefined ? null : wholeOf(nth, 'BYDAY', -53, 53) }
}

/** The whole of a day that is written alone is meant, as most programs that write so mean it. */
function untilOf(text: string | undefined): Until | null {
  if (text === undefined) return null
  const [, year, month, day, hour, minute, second, isUtc] = UNTIL.exec(text) ?? []
  if (year === undefined) throw refusal(`UNTIL is ${text}`)
  if (hour === undefined) return { wall: (dayNumberOf(`${year}-${month}-${day}`) + 1) * DAY_MS - 1 }
  const at = instantOf(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`, 'UNTIL')
  return isUtc === 'Z' ? { instant: at } : { wall: at }
}
