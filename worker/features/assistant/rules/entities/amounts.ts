import type { Entity } from '../intents.ts'
import type { ReadingContext } from './context.ts'

const NUMBER = String.raw`\d{1,3}(?:[.,' \u00a0]\d{3}){1,3}(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?`
const CODES = 'EUR|USD|GBP|CHF|CAD|AUD|NZD'
const WORDS = 'euros?|dollars?|bucks|pounds(?! of)|quid|francs?'
const BEFORE = new RegExp(String.raw`(?<![\w$€£])([$€£]|(?:${CODES})\b)\s?(${NUMBER})(k\b)?(?![\d]|[.,]\d)`, 'gi')
const AFTER = new RegExp(String.raw`(?<![\w.,$€£])(${NUMBER})(k)?\s?(€|£|(?:${CODES})\b|(?:${WORDS})\b)`, 'gi')
const THOUSAND = 1000
/** "He weighs 30 pounds" is said at the vet's, not at the till. */
const WEIGHT = /\bweigh\w*[^.\n]{0,30}$/i
const LOOK_BACK_CHARS = 40

const WORD_CODES: readonly (readonly [RegExp, string])[] = [
  [/^(€|euro)/i, 'EUR'],
  [/^(£|pounds|quid)/i, 'GBP'],
  [/^franc/i, 'CHF'],
]
const DOLLARS: Readonly<Record<string, string>> = { CA: 'CAD', AU: 'AUD', NZ: 'NZD' }

function codeOf(written: string, context: ReadingContext): string {
  if (new RegExp(`^(${CODES})$`, 'i').test(written)) return written.toUpperCase()
  const named = WORD_CODES.find(([pattern]) => pattern.test(written))
  return named?.[1] ?? DOLLARS[context.country ?? ''] ?? 'USD'
}

/** "1,250.00", "1.250,00" and "1250" as a plain decimal: the last mark before one or two digits is the decimal mark. */
function decimalOf(written: string, thousands: boolean): string {
  const fraction = /[.,](\d{1,2})$/.exec(written)?.[1]
  const whole = (fraction ? written.slice(0, -fraction.length - 1) : written)
    .replace(/\D/g, '')
    .replace(/^0+(?=\d)/, '')
  if (!thousands) return fraction ? `${whole}.${fraction.padEnd(2, '0')}` : whole
  return String(Math.round(Number(`${whole}.${fraction ?? '0'}`) * THOUSAND))
}

type Found = { start: number; quote: string; currency: string; digits: string; thousands: boolean }

function* matches(text: string): Generator<Found> {
  for (const { 0: quote, 1: currency = '', 2: digits = '', 3: k, index: start } of text.matchAll(BEFORE)) {
    yield { start, quote, currency, digits, thousands: k !== undefined }
  }
  for (const { 0: quote, 1: digits = '', 2: k, 3: currency = '', index: start } of text.matchAll(AFTER)) {
    yield { start, quote, currency, digits, thousands: k !== undefined }
  }
}

/** Sums of money as `CODE decimal`. A bare `$` is the dollar of the office's country, or else of the United States. */
export function findAmounts(text: string, context: ReadingContext, limit: number): Entity[] {
  const found: Entity[] = []
  for (const { start, quote, currency, digits, thousands } of matches(text)) {
    if (found.length >= limit) break
    const end = start + quote.length
    if (WEIGHT.test(text.slice(Math.max(0, start - LOOK_BACK_CHARS), start))) continue
    if (found.some((earlier) => start < earlier.end && earlier.start < end)) continue
    found.push({
      kind: 'amount',
      value: `${codeOf(currency, context)} ${decimalOf(digits, thousands)}`,
      quote,
      start,
      end,
    })
  }
  return found
}
