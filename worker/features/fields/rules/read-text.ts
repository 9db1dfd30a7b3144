/** How an office writes: its currency, what comes first where a day is told in digits, and the year that it is. */
export type Writing = { currency: string; dates: 'day' | 'month'; year: number }

export const writingOf = ({ country, currency }: { country: string; currency: string }, now: Date): Writing => ({
  currency,
  dates: country === 'US' ? 'month' : 'day',
  year: now.getUTCFullYear(),
})

const YES = new Set('yes y true 1 x ja j wahr oui o vrai si sí s vero waar'.split(' '))
const NO = new Set('no n false 0 nein falsch non faux falso nee onwaar'.split(' '))

export function flagOf(text: string): boolean | null {
  const word = text.trim().toLowerCase()
  return YES.has(word) ? true : NO.has(word) ? false : null
}

/** A number as it is written anywhere in Europe or America, as a decimal string: the last sign is the decimal one. */
export function decimalOf(text: string): string | null {
  const bare = text.replace(/[\s'’\u00a0\u202f]/g, '')
  if (!/^[+-]?\d[\d.,]*$/.test(bare)) return null
  const last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','))
  if (last < 0) return bare.replace('+', '')
  const sign = bare.charAt(last)
  const [whole, fraction] = [bare.slice(0, last), bare.slice(last + 1)]
  const isRepeated = whole.includes(sign)
  // “1.234” is as good as always a thousand and more; “1.5” and “12.3456” are not.
  const isGroups = isRepeated || (fraction.length === 3 && /^[+-]?[1-9]\d{0,2}$/.test(whole) && sign === ',')
  if (isRepeated && fraction.length !== 3) return null
  const digits = whole.replace(/[.,]/g, '').replace('+', '')
  return isGroups ? `${digits}${fraction}` : fraction === '' ? digits : `${digits}.${fraction}`
}

/** Null beyond the numbers that are kept to the last digit. */
export function numberOf(text: string): number | null {
  const decimal = decimalOf(text)
  const value = decimal === null ? Number.NaN : Number(decimal)
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : null
}

/** A calendar day as `YYYY-MM-DD`, or as `--MM-DD` where no year is told. Null where none can be read. */
export function dayOf(text: string, { dates, year: thisYear }: Omit<Writing, 'currency'>): string | null {
  const bare = text.trim().replace(/[T ]\d{1,2}:\d{2}.*$/, '')
  const iso = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})$/.exec(bare)
  if (iso) return written(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const yearless = /^--(\d{2})-?(\d{2})$/.exec(bare)
  if (yearless) return written(null, Number(yearless[1]), Number(yearless[2]))
  const parts = /^(\d{1,2})[./-]\s?(\d{1,2})(?:[./-]\s?(\d{4}|\d{2})?)?$/.exec(bare)
  if (!parts) return null
  const [one, other] = [Number(parts[1]), Number(parts[2])]
  const isMonthFirst = other > 12 || (dates === 'month' && one <= 12 && bare.includes('/'))
  const year =
    parts[3] === undefined ? null : parts[3].length === 4 ? Number(parts[3]) : wholeYear(Number(parts[3]), thisYear)
  return isMonthFirst ? written(year, one, other) : written(year, other, one)
}

/** Nobody is born in the future: two digits beyond this year are of the last century. */
const wholeYear = (short: number, thisYear: number) => {
  const century = thisYear - (thisYear % 100)
  return short + (short > thisYear % 100 ? century - 100 : century)
}

function written(year: number | null, month: number, day: number): string | null {
  // A leap year where none is told.
  const last = new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate()
  if (month < 1 || month > 12 || day < 1 || day > last) return null
  const two = (value: number) => String(value).padStart(2, '0')
  return `${year === null ? '-' : String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}
