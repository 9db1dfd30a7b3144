import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { Entity } from '../intents.ts'
import type { ReadingContext } from './context.ts'

/** Digits with the marks that people write between them; bounded, so that a page of digits is read once. */
const CANDIDATE = /(?<![\p{L}\p{N}_/.-])(?:\+|\(\+?)?\d[\d\s()./\u2010-\u2013-]{5,24}\d(?![\p{L}\p{N}_]|[./-]\d)/gu
const MIN_DIGITS = 7
/** E.164 allows fifteen digits. */
const MAX_DIGITS = 15
/** What stands right before a number that is not for calling. */
const OTHER_NUMBER =
  /(?:[$€£#]|\b(?:inv|invoice|order|ref|reference|account|acct|card|iban|policy|claim|case|ticket|tracking)[\w .:#-]{0,12})\s*$/i
const LOOK_BACK_CHARS = 28
const DATE_LIKE = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b/
const DEFAULT_COUNTRY = 'US'

/** Phone numbers that can exist, as E.164; a number without a country code is read as one of the office's country. */
export function findPhones(text: string, context: ReadingContext, limit: number): Entity[] {
  const { country = DEFAULT_COUNTRY } = context
  const home = isSupportedCountry(country) ? country : DEFAULT_COUNTRY
  const found: Entity[] = []
  for (const { 0: quote, index: start } of text.matchAll(CANDIDATE)) {
    if (found.length >= limit) break
    const digits = quote.replace(/\D/g, '').length
    if (digits < MIN_DIGITS || digits > MAX_DIGITS || quote.includes('\n') || DATE_LIKE.test(quote)) continue
    if (OTHER_NUMBER.test(text.slice(Math.max(0, start - LOOK_BACK_CHARS), start))) continue
    const phone = parsePhoneNumberFromString(quote, home)
    if (phone?.isValid()) found.push({ kind: 'phone', value: phone.number, quote, start, end: start + quote.length })
  }
  return found
}
