/** A birthday in the reader's own order of day and month; the year only where it is known. */
export function birthdayWords(birthday: string | null): string {
  if (birthday === null) return ''
  const hasYear = !birthday.startsWith('--')
  const at = new Date(`${hasYear ? birthday : birthday.replace('--', `${LEAP_YEAR}-`)}T00:00:00Z`)
  const year = hasYear ? { year: 'numeric' as const } : {}
  return new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long', ...year, timeZone: 'UTC' }).format(at)
}
const LEAP_YEAR = 2000
