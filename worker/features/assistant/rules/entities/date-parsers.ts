import type { Parser } from 'chrono-node/en'

const HOURS: readonly string[] = [
  'twelve',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
]
const HOUR_WORD = `(?:${HOURS.join('|')})`
const MINUTES: Readonly<Record<string, number>> = { five: 5, ten: 10, quarter: 15, twenty: 20, half: 30 }
const MINUTES_AN_HOUR = 60
const DAYS_A_FORTNIGHT = 14
const DAYS_A_WEEK = 7
const WEEKDAYS: readonly string[] = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

const hourOf = (written: string): number => {
  const word = HOURS.indexOf(written.toLowerCase())
  return word === -1 ? Number(written) : word
}

/** "the 23rd", "on the 5th": the next such day that exists, today included. */
export const bareOrdinal: Parser = {
  pattern: () =>
    /\b(?:on\s+)?the\s+(\d{1,2})(?:st|nd|rd|th)\b(?!\s+(?:of\s+\p{L}|floor|time|street|avenue|birthday))/iu,
  extract: (context, match) => {
    const wanted = Number(match[1])
    if (wanted < 1 || wanted > 31) return null
    const { year, month, day } = dayOf(context.reference.getDateWithAdjustedTimezone())
    for (let ahead = wanted < day ? 1 : 0; ahead <= 2; ahead++) {
      const date = dayOf(new Date(year, month - 1 + ahead, wanted))
      if (date.day === wanted) return date
    }
    return null
  },
}

/** "in a fortnight", "a fortnight today": fourteen days on. */
export const fortnight: Parser = {
  pattern: () => /\b(?:in\s+a\s+fortnight|a\s+fortnight\s+(?:from\s+)?(?:today|now))\b/i,
  extract: (context) => {
    const today = context.reference.getDateWithAdjustedTimezone()
    today.setDate(today.getDate() + DAYS_A_FORTNIGHT)
    return dayOf(today)
  },
}

/** "Tuesday week", "Friday fortnight": so many weeks after the next such day. */
export const weekdayWeek: Parser = {
  pattern: () => new RegExp(String.raw`\b(${WEEKDAYS.join('|')})\s+(week|fortnight)\b(?!end)`, 'i'),
  extract: (context, match) => {
    const wanted = WEEKDAYS.indexOf(match[1]?.toLowerCase() ?? '')
    const day = context.reference.getDateWithAdjustedTimezone()
    const until = (wanted - day.getDay() + DAYS_A_WEEK) % DAYS_A_WEEK || DAYS_A_WEEK
    const more = match[2]?.toLowerCase() === 'fortnight' ? DAYS_A_FORTNIGHT : DAYS_A_WEEK
    day.setDate(day.getDate() + until + more)
    return dayOf(day)
  },
}

/** "half nine", "half past nine", "quarter to five", "ten past three": spoken clock times, which chrono does not know. */
export const spokenTime: Parser = {
  pattern: () =>
    new RegExp(
      String.raw`\b(?:at\s+)?(?:a\s+)?(half|quarter|five|ten|twenty)(?:\s+(past|to|after))?\s+(${HOUR_WORD}|\d{1,2})(?!\s*%|[\d.,:/]\d|\s+(?:of|people|days|weeks|months|years|minutes|hours))\b`,
      'i',
    ),
  extract: (_context, match) => {
    const amount = match[1]?.toLowerCase() ?? ''
    const side = match[2]?.toLowerCase()
    const hour = hourOf(match[3] ?? '')
    if (hour > 12 || (side === undefined && amount !== 'half')) return null
    const minutes = MINUTES[amount] ?? 0
    if (side !== 'to') return { hour, minute: minutes }
    return { hour: (hour + 11) % 12, minute: MINUTES_AN_HOUR - minutes }
  },
}

/** "at three", "around four o'clock": an hour in words. */
export const wordHour: Parser = {
  pattern: () =>
    new RegExp(
      String.raw`\b(?:at|around|about|after|before|by)\s+(${HOUR_WORD})\b(?:\s+o'?clock)?(?!\s+(?:of|to|or more|\p{L}+s\b|thirty|hundred|year|month|week|day))`,
      'iu',
    ),
  extract: (_context, match) => ({ hour: hourOf(match[1] ?? ''), minute: 0 }),
}

/** "10 tomorrow", "4 on Friday", "after 5 on Monday": a bare hour beside a date. */
export const hourBesideDate: Parser = {
  pattern: () =>
    new RegExp(
      String.raw`\b(?:(?:at|around|about|after|before|by)\s+)?(\d{1,2})(?=\s+(?:tomorrow|today|(?:(?:on|this|next)\s+)?(?:${WEEKDAYS.join('|')}))\b)`,
      'i',
    ),
  extract: (_context, match) => {
    const hour = Number(match[1])
    return hour >= 1 && hour <= 23 ? { hour, minute: 0 } : null
  },
}

/** "after 5", "around 10": a bare hour behind a word that only times follow; "at 5" is chrono's own. */
export const hourBehindWord: Parser = {
  pattern: () =>
    /\b(?:any\s?time\s+)?(?:after|before|around|between|from)\s+(\d{1,2})(?=\s*(?:$|[,.!?;]|(?:and|or|to|if|is|works|would|please)\b))/i,
  extract: (_context, match) => {
    const hour = Number(match[1])
    return hour >= 1 && hour <= 23 ? { hour, minute: 0 } : null
  },
}

/** The calendar day that a Date shows on the clock of this process; chrono's own dates are written so. */
function dayOf(date: Date): { year: number; month: number; day: number } {
  return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() }
}

export const OWN_PARSERS: readonly Parser[] = [
  bareOrdinal,
  fortnight,
  weekdayWeek,
  spokenTime,
  wordHour,
  hourBesideDate,
  hourBehindWord,
]
