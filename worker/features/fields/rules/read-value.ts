import { minorUnits } from '../../../kernel/money.ts'
import type { FieldKind, FieldOption, FieldValue } from './field-kinds.ts'

export type FieldFace = { label: string; kind: FieldKind; options: readonly FieldOption[] }
export type ReadValue = { ok: true; value: FieldValue | null } | { ok: false; why: string }

const TEXT_LENGTH = 2000
const YES = new Set(['yes', 'y', 'true', '1', 'x', 'ja', 'oui', 'si', 'sí'])
const NO = new Set(['no', 'n', 'false', '0', 'nein', 'non', 'nee'])

/**
 * What was typed into a field, or stands in a column of a file, in the form in which it is stored; nothing typed is null.
 * Money is in the office's currency.
 */
export function readValue({ label, kind, options }: FieldFace, typed: string, currency: string): ReadValue {
  const text = typed.trim()
  if (text === '') return { ok: true, value: null }
  const value = READERS[kind](text, options, currency)
  return value === null ? { ok: false, why: `“${text}” is not ${WANTED[kind]} (${label}).` } : { ok: true, value }
}

const WANTED: Record<FieldKind, string> = {
  text: `a text of at most ${TEXT_LENGTH} characters`,
  number: 'a number',
  date: 'a date such as 2026-03-31',
  choice: 'one of the choices',
  flag: 'yes or no',
  link: 'the address of a page',
  money: 'an amount of money',
}

type Reader = (text: string, options: readonly FieldOption[], currency: string) => FieldValue | null
const READERS: Record<FieldKind, Reader> = {
  text: (text) => (text.length <= TEXT_LENGTH ? text : null),
  number: (text) => {
    const decimal = plainDecimal(text)
    return decimal === null ? null : Number(decimal)
  },
  date: dayOf,
  choice: (text, options) => optionOf(text, options)?.id ?? null,
  flag: (text) => (YES.has(text.toLowerCase()) ? true : NO.has(text.toLowerCase()) ? false : null),
  link: linkOf,
  money: (text, _, currency) => {
    const decimal = plainDecimal(text.replaceAll(/[^\d.,\s'’-]/g, ''))
    if (decimal === null) return null
    const minor = minorUnits(decimal.replace('-', ''), currency)
    return minor === null ? null : decimal.startsWith('-') ? -minor : minor
  },
}

const optionOf = (text: string, options: readonly FieldOption[]) =>
  options.find(({ id }) => id === text) ?? options.find(({ label }) => label.toLowerCase() === text.toLowerCase())

/**
 * `1.234,5`, `1,234.5` and `1 234,5` as `1234.5`. Where one mark stands once before three digits, it parts thousands only
 * if it is a comma: `1,000` is a thousand and `1.000` is one.
 */
function plainDecimal(text: string): string | null {
  const marks = text.replaceAll(/[\s'’]/g, '')
  const grouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(marks)
    ? marks.replaceAll(',', '')
    : /^-?\d{1,3}(\.\d{3})+,\d+$/.test(marks) || /^-?\d{1,3}(\.\d{3}){2,}$/.test(marks)
      ? marks.replaceAll('.', '').replace(',', '.')
      : marks.replace(',', '.')
  return /^-?\d{1,15}(\.\d{1,10})?$/.test(grouped) ? grouped : null
}

/** `YYYY-MM-DD` as it is, and `D.M.YYYY`; null where there is no such day. */
function dayOf(text: string): string | null {
  const written = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text)
  const [year, month, day] = written
    ? [written[3], written[2]?.padStart(2, '0'), written[1]?.padStart(2, '0')]
    : (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.slice(1) ?? [])
  const iso = `${year}-${month}-${day}`
  const at = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null
}

/** A page's address; only what a browser opens as a page, or a link would run what somebody typed. */
function linkOf(text: string): string | null {
  const whole = /^[a-z][a-z\d+.-]*:/i.test(text) && !/^[^/]+:\d/.test(text) ? text : `https://${text}`
  if (!URL.canParse(whole)) return null
  const { protocol, hostname, href } = new URL(whole)
  return (protocol === 'https:' || protocol === 'http:') && hostname.includes('.') ? href : null
}
