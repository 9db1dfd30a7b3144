import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { dialledFrom } from '../../../kernel/country.ts'

/**
 * A phone number in E.164 (`+15550100`), read as dialled in `country` (ISO 3166, two letters) where it does not name
 * one itself. Null where no number can be read.
 */
export function normalisePhone(typed: string, country: string): string | null {
  const number = parsePhoneNumberFromString(typed, dialledFrom(country))
  return number?.isPossible() ? number.number : null
}
