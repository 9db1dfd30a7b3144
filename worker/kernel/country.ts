import { type CountryCode, isSupportedCountry } from 'libphonenumber-js/min'

/** The country (ISO 3166, two letters) whose way of dialling is known, or nothing to go by. */
export const dialledFrom = (country: string): CountryCode | undefined =>
  isSupportedCountry(country) ? country : undefined
