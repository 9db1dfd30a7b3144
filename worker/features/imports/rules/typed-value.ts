import { minorUnits } from '../../../kernel/money.ts'
import { searchKey } from '../../../kernel/text.ts'
import type { FieldKind, FieldOption, FieldValue } from '../../fields/rules/field-kinds.ts'
import { type DateOrder, dayOf, decimalOf, flagOf, numberOf } from './read-text.ts'

export type Field = { id: string; label: string; kind: FieldKind; options: FieldOption[] }
type Read = { ok: true; value: FieldValue } | { ok: false; why: string }

const TEXT_LENGTH = 10_000
const no = (why: string): Read => ({ ok: false, why })
const or = (value: FieldValue | null, why: string): Read => (value === null ? no(why) : { ok: true, value })

/** A cell as the value of an own field, or why it is none, in words that say what to do. */
export function typedValue(field: Field, text: string, office: { currency: string; dates: DateOrder }): Read {
  const shown = `“${text.slice(0, 40)}”`
  const where = `in “${field.label}”`
  switch (field.kind) {
    case 'text':
      return text.length > TEXT_LENGTH
        ? no(`The text ${where} is longer than 10,000 letters. Shorten it.`)
        : { ok: true, value: text }
    case 'number':
      return or(numberOf(text), `${shown} ${where} is not a number. Write digits, such as 12.5.`)
    case 'date': {
      const day = dayOf(text, office.dates)
      return or(day?.length === 10 ? day : null, `${shown} ${where} is not a date. Write it like 2026-03-02.`)
    }
    case 'flag':
      return or(flagOf(text), `${shown} ${where} is neither yes nor no. Write one of them.`)
    case 'choice': {
      const option = field.options.find(({ label }) => searchKey(label) === searchKey(text))
      return or(
        option?.id ?? null,
        `${shown} ${where} is none of its choices. Add it to the field, or write one of them.`,
      )
    }
    case 'link':
      return or(linkOf(text), `${shown} ${where} is not a web address. Write it like https://example.com.`)
    case 'money':
      return or(
        minorUnits(decimalOf(text.replace(/[^\d.,'’\s+-]/g, '')) ?? '', office.currency),
        `${shown} ${where} is not an amount. Write it like 12.50.`,
      )
  }
}

function linkOf(text: string): string | null {
  const link = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`
  if (!URL.canParse(link) || !/^https?:\/\/[^\s]+\.[^\s]+$/i.test(link)) return null
  return link
}
