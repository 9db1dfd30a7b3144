import { minorUnits } from '../../../kernel/money.ts'
import { searchKey } from '../../../kernel/text.ts'
import type { FieldKind, FieldOption, FieldValue } from './field-kinds.ts'
import { dayOf, decimalOf, flagOf, numberOf, type Writing } from './read-text.ts'

export type FieldFace = { label: string; kind: FieldKind; options: readonly FieldOption[] }
export type ReadValue = { ok: true; value: FieldValue | null } | { ok: false; why: string }

const TEXT_LENGTH = 10_000
const SHOWN_LENGTH = 40

/**
 * What was typed into a field, or stands in a column of a file, in the form in which it is stored; nothing typed is null.
 * Money is in the office's currency.
 */
export function readValue({ label, kind, options }: FieldFace, typed: string, writing: Writing): ReadValue {
  const text = typed.trim()
  if (text === '') return { ok: true, value: null }
  const value = READERS[kind](text, options, writing)
  if (value !== null) return { ok: true, value }
  return { ok: false, why: `“${text.slice(0, SHOWN_LENGTH)}” is not ${WANTED[kind]} (${label}).` }
}

const WANTED: Record<FieldKind, string> = {
  text: `a text of at most ${TEXT_LENGTH.toLocaleString('en')} letters`,
  number: 'a number such as 12.5',
  date: 'a date such as 2026-03-31',
  choice: 'one of the choices',
  flag: 'yes or no',
  link: 'the address of a page',
  money: 'an amount of money such as 12.50',
}

type Reader = (text: string, options: readonly FieldOption[], writing: Writing) => FieldValue | null
const READERS: Record<FieldKind, Reader> = {
  text: (text) => (text.length <= TEXT_LENGTH ? text : null),
  number: numberOf,
  date: (text, _, writing) => {
    const day = dayOf(text, writing)
    return day?.startsWith('-') ? null : day
  },
  choice: (text, options) => optionOf(text, options)?.id ?? null,
  flag: flagOf,
  link: linkOf,
  money: (text, _, { currency }) => {
    const decimal = decimalOf(text.replaceAll(/[^\d.,\s'’-]/g, ''))
    if (decimal === null) return null
    const minor = minorUnits(decimal.replace('-', ''), currency)
    return minor === null ? null : decimal.startsWith('-') ? -minor : minor
  },
}

const optionOf = (text: string, options: readonly FieldOption[]) =>
  options.find(({ id }) => id === text) ?? options.find(({ label }) => searchKey(label) === searchKey(text))

/** A page's address; only what a browser opens as a page, or a link would run what somebody typed. */
function linkOf(text: string): string | null {
  const whole = /^[a-z][a-z\d+.-]*:/i.test(text) && !/^[^/]+:\d/.test(text) ? text : `https://${text}`
  if (!URL.canParse(whole)) return null
  const { protocol, hostname, href } = new URL(whole)
  return (protocol === 'https:' || protocol === 'http:') && hostname.includes('.') ? href : null
}
