/** Whether the platform knows the time zone by this IANA name. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

const UNKNOWN_REGION = 'ZZ'

/** Whether it is an ISO 3166 code of two letters that names a country. */
export function isCountry(code: string): boolean {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  return /^[A-Z]{2}$/.test(code) && code !== UNKNOWN_REGION && names.of(code) !== undefined
}
