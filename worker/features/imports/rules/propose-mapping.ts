import { searchKey, shorten } from '../../../kernel/text.ts'
import type { FieldKind } from '../../fields/rules/field-kinds.ts'
import { dayOf, flagOf, numberOf } from '../../fields/rules/read-text.ts'
import { normaliseAddress } from '../../inbox/rules/normalise-address.ts'
import type { ContactPart } from './contact-parts.ts'
import { partOfHeading } from './headings.ts'
import type { ColumnMapping, ColumnTarget } from './mapping.ts'

export type KnownField = { id: string; label: string; kind: FieldKind }

/** So many columns become fields of the office unasked; of a wider table a member chooses. */
const MOST_NEW_FIELDS = 20
const LABEL_LENGTH = 80
const PHONE = /^\+?[\d\s()./-]{6,25}$/
const LINK = /^(https?:\/\/|www\.)\S+$/i
/** It matters here that it is a day, not which. */
const ANY_DAY = { dates: 'day' as const, year: 2000 }
const DATE = /\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/

/** Where each column goes, by its heading, by a field of the office with the same name, and by what stands in it. */
export function proposeMapping(headings: string[], samples: string[][], fields: KnownField[]): ColumnMapping {
  const filled = headings.map((_, at) => samples.map((row) => row[at]?.trim() ?? '').filter(Boolean))
  const named = headings.map((heading, at) => targetOf(heading, filled[at] ?? [], fields))
  const wide = named.filter((target) => target?.to === 'new_field').length > MOST_NEW_FIELDS
  const columns = named.map((target): ColumnTarget => (wide && target.to === 'new_field' ? { to: 'nothing' } : target))
  return { columns: settled(columns, headings), matchBy: ['email', 'phone', 'name_company'] }
}

function targetOf(heading: string, values: string[], fields: KnownField[]): ColumnTarget {
  const field = fields.find(({ label }) => searchKey(label.trim()) === searchKey(heading.trim()))
  if (field) return { to: 'field', fieldId: field.id }
  const said = partOfHeading(heading)
  if (said === 'nothing') return { to: 'nothing' }
  const part = said ?? partOfContent(values)
  if (part) return { to: 'part', part }
  if (values.length === 0 || heading.trim() === '') return { to: 'nothing' }
  return { to: 'new_field', label: shorten(heading.trim(), LABEL_LENGTH), kind: kindOf(values) }
}

const mostly = (values: string[], is: (value: string) => boolean) =>
  values.length > 0 && values.filter(is).length >= values.length * 0.8

function partOfContent(values: string[]): ContactPart | null {
  if (mostly(values, (value) => normaliseAddress(value) !== null)) return 'email'
  if (
    mostly(
      values,
      (value) => PHONE.test(value) && value.replace(/\D/g, '').length > 6 && /^[+0(]/.test(value) && !DATE.test(value),
    )
  )
    return 'phone'
  return null
}

/** What kind of field would hold these values. */
export function kindOf(values: string[]): Exclude<FieldKind, 'choice' | 'money'> {
  // A number with a leading zero is a name of something, and would lose the zero.
  if (mostly(values, (value) => flagOf(value) !== null))
    return values.every((value) => flagOf(value) !== null) ? 'flag' : 'text'
  if (values.every((value) => numberOf(value) !== null && !/^0\d/.test(value))) return 'number'
  if (values.every((value) => dayOf(value, ANY_DAY)?.length === 10)) return 'date'
  return values.every((value) => LINK.test(value)) ? 'link' : 'text'
}

/** “Name” beside “Vorname” is the family name; “Nombre” without “Apellidos” is the whole name. */
function settled(columns: ColumnTarget[], headings: string[]): ColumnTarget[] {
  const has = (part: ContactPart) => columns.some((target) => target.to === 'part' && target.part === part)
  const plain = (heading: string) => ['name', 'naam'].includes(searchKey(heading.trim()))
  return columns.map((target, at): ColumnTarget => {
    if (target.to !== 'part') return target
    if (target.part === 'name' && has('givenName') && !has('familyName') && plain(headings[at] ?? ''))
      return { to: 'part', part: 'familyName' }
    const isAlone =
      !has('name') &&
      ((target.part === 'givenName' && !has('familyName')) || (target.part === 'familyName' && !has('givenName')))
    return isAlone ? { to: 'part', part: 'name' } : target
  })
}

/** Whether the first row of a file names its columns: then it holds nobody's address and no number. */
export const isHeadingRow = (cells: string[]) =>
  cells.some((cell) => partOfHeading(cell) !== null) ||
  cells.every((cell) => normaliseAddress(cell) === null && !/\d{3}/.test(cell))
