import { currencyCodes } from '../../../worker/kernel/currencies.ts'

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
/** "Unknown region" and the like have names, but nobody lives there. */
const NOWHERE: readonly string[] = ['ZZ', 'QO', 'EU', 'EZ', 'UN', 'XA', 'XB']

type Choice = { value: string; label: string }

const byLabel = (a: Choice, b: Choice) => a.label.localeCompare(b.label)

/** Every country by its two letters, with its name in the language of the browser. */
export function countries(): Choice[] {
  const names = new Intl.DisplayNames(undefined, { type: 'region', fallback: 'none' })
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
  return codes
    .filter((code) => !NOWHERE.includes(code))
    .flatMap((value) => {
      const label = names.of(value)
      return label ? [{ value, label }] : []
    })
    .sort(byLabel)
}

/** Every currency by its three letters, with its name. */
export function currencies(): Choice[] {
  const names = new Intl.DisplayNames(undefined, { type: 'currency' })
  return currencyCodes().map((value) => ({ value, label: `${value}, ${names.of(value) ?? ''}` }))
}

export const timeZones = (): Choice[] =>
  Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value.replaceAll('_', ' ') }))

/** Countries whose currency is not the euro and that offices most often are in; elsewhere one chooses. */
const CURRENCY_OF: Record<string, string> = {
  ...{ US: 'USD', CA: 'CAD', GB: 'GBP', AU: 'AUD', NZ: 'NZD', CH: 'CHF', SE: 'SEK', NO: 'NOK', DK: 'DKK', PL: 'PLN' },
  ...{ CZ: 'CZK', HU: 'HUF', RO: 'RON', IN: 'INR', JP: 'JPY', SG: 'SGD', ZA: 'ZAR', BR: 'BRL', MX: 'MXN', TR: 'TRY' },
}
const EURO_COUNTRIES: readonly string[] = 'AT BE BG HR CY EE FI FR DE GR IE IT LV LT LU MT NL PT SK SI ES'.split(' ')

/** What a country most likely pays in. */
export const currencyOf = (country: string) =>
  CURRENCY_OF[country] ?? (EURO_COUNTRIES.includes(country) ? 'EUR' : 'USD')

/** Where the browser most likely stands: its zone, the region of its language, and what is paid there. */
export function guessedPlace(language: string): { timeZone: string; country: string; currency: string } {
  const country = new Intl.Locale(language).maximize().region ?? 'US'
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  return { timeZone, country, currency: currencyOf(country) }
}
