/**
 * A birthday as it is stored: `YYYY-MM-DD`, or `--MM-DD` where the year is not known. Takes both, and `D.M.` and
 * `D.M.YYYY`; null where there is no such day. A 29 February without a year is one.
 */
export function readBirthday(typed: string): string | null {
  const text = typed.trim()
  const written = /^(\d{1,2})\.(\d{1,2})\.(\d{4})?$/.exec(text)
  const [year, month, day] = written
    ? [written[3] ?? '-', written[2]?.padStart(2, '0'), written[1]?.padStart(2, '0')]
    : (/^(\d{4}|-)-(\d{2})-(\d{2})$/.exec(text)?.slice(1) ?? [])
  const at = new Date(`${year === '-' ? LEAP_YEAR : year}-${month}-${day}T00:00:00Z`)
  const exists = !Number.isNaN(at.getTime()) && at.toISOString().slice(5, 10) === `${month}-${day}`
  return exists ? `${year}-${month}-${day}` : null
}
const LEAP_YEAR = 2000
