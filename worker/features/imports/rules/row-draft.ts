import { searchKey } from '../../../kernel/text.ts'
import { normalisePhone } from '../../contacts/rules/normalise-phone.ts'
import type { FieldValues } from '../../fields/rules/field-kinds.ts'
import { dayOf, type Writing } from '../../fields/rules/read-text.ts'
import { type FieldFace, readValue } from '../../fields/rules/read-value.ts'
import { normaliseAddress } from '../../inbox/rules/normalise-address.ts'
import type { ContactPart } from './contact-parts.ts'
import type { ColumnTarget } from './mapping.ts'

export type Address = { kind: 'email' | 'phone' | 'postal'; value: string; asTyped: string; parts: Place | null }
export type Place = { street: string; postalCode: string; city: string; region: string; country: string }

/** What a row says of somebody. */
export type Draft = {
  name: string
  birthday: string | null
  addresses: Address[]
  company: string | null
  role: string | null
  tags: string[]
  note: string | null
  fields: FieldValues
}
export type Drafted = { ok: true; draft: Draft } | { ok: false; why: string }
export type OfficeOf = Writing & { country: string }
export type Field = FieldFace & { id: string }

/** The same lengths as in the forms. */
const NAME_LENGTH = 200
const TAG_LENGTH = 40
const NOTE_LENGTH = 10_000
const MOST_ADDRESSES = 50
/** What people write into a cell that has to hold something. */
const EMPTY = /^(-+|–|n\/?a|none|null|keine?|k\.?a\.?|aucune?|ninguno|nessuno|geen|\?)$/i
const SEVERAL = /[;\n]| ::: |,(?=[^,]*@)/
const PLACE_PARTS = ['street', 'postalCode', 'city', 'region', 'country'] as const

/** What one row says of somebody, or why it cannot be taken, with every fault that it has. */
export function draftOf(
  cells: string[],
  columns: ColumnTarget[],
  fields: ReadonlyMap<string, Field>,
  office: OfficeOf,
): Drafted {
  const faults: string[] = []
  if (cells.slice(columns.length).some((cell) => cell.trim() !== ''))
    faults.push(
      `This row has ${cells.length} cells under ${columns.length} headings. Put cells with a separator in them between quotation marks.`,
    )
  const said = (part: ContactPart) => partsSaid(cells, columns, part)
  const [company = null] = said('company')
  const emails = said('email').flatMap(split)
  const phones = said('phone').flatMap(split)
  const addresses = [
    ...emails.map((typed) => addressOf('email', typed, office, faults)),
    ...phones.map((typed) => addressOf('phone', typed, office, faults)),
    placeOf(said),
  ].filter((address) => address !== null)
  const name = nameOf(said) || company || emails[0] || phones[0] || ''
  if (name === '') faults.push('This row names nobody. Give it a name, or map the column that holds one.')
  const birthday = birthdayOf(said('birthday')[0], office, faults)
  const tags = said('tags')
    .flatMap((text) => text.split(/[;,\n]| ::: /))
    .map((tag) => tag.replace(/^\* /, '').trim())
    .filter(Boolean)
  const [role = null] = said('role')
  const note = [...said('note'), ...leftOver(said)].join('\n\n') || null
  refuseLong(faults, 'name', name, NAME_LENGTH)
  refuseLong(faults, 'company', company, NAME_LENGTH)
  refuseLong(faults, 'note', note, NOTE_LENGTH)
  for (const tag of tags) refuseLong(faults, 'tag', tag, TAG_LENGTH)
  if (addresses.length > MOST_ADDRESSES)
    faults.push(`This row has more than ${MOST_ADDRESSES} addresses. Divide it into several rows.`)
  const own = ownFields(cells, columns, fields, office, faults)
  if (faults.length > 0) return { ok: false, why: faults.join(' ') }
  return {
    ok: true,
    draft: { name, birthday, addresses: unique(addresses), company, role, tags: [...new Set(tags)], note, fields: own },
  }
}

function partsSaid(cells: string[], columns: ColumnTarget[], part: ContactPart): string[] {
  const said: string[] = []
  for (const [at, target] of columns.entries()) {
    const text = target.to === 'part' && target.part === part ? (cells[at]?.trim() ?? '') : ''
    if (text !== '' && !EMPTY.test(text)) said.push(text)
  }
  return said
}

/** What a contact holds once and the row says twice, and a role at no company: written down rather than lost. */
function leftOver(said: (part: ContactPart) => string[]): string[] {
  const roles = said('company').length > 0 ? said('role').slice(1) : said('role')
  const once = (['name', 'birthday', 'company'] as const).flatMap((part) =>
    said(part)
      .slice(1)
      .map((text) => [part, text]),
  )
  return [...once, ...roles.map((text) => ['role', text])].map(
    ([part = '', text]) => `${part.charAt(0).toUpperCase()}${part.slice(1)}: ${text}`,
  )
}

const split = (text: string) =>
  text
    .split(SEVERAL)
    .map((each) => each.trim())
    .filter((each) => each !== '' && !EMPTY.test(each))

function nameOf(said: (part: ContactPart) => string[]): string {
  const [name] = said('name')
  return (name ?? [...said('givenName'), ...said('familyName')].join(' ')).replaceAll(/\s+/g, ' ').trim()
}

function addressOf(kind: 'email' | 'phone', typed: string, office: OfficeOf, faults: string[]): Address | null {
  const value =
    kind === 'email'
      ? normaliseAddress(typed.replace(/^mailto:/i, '').replace(/^.*<([^<>]+)>$/, '$1'))
      : normalisePhone(typed, office.country)
  if (value === null)
    faults.push(
      kind === 'email'
        ? `“${typed.slice(0, 60)}” is not a mail address. Mend it, or leave the cell empty.`
        : `“${typed.slice(0, 60)}” is not a phone number. Mend it, or leave the cell empty.`,
    )
  return value === null ? null : { kind, value, asTyped: typed, parts: null }
}

function placeOf(said: (part: ContactPart) => string[]): Address | null {
  const [street, postalCode, city, region, country] = PLACE_PARTS.map((part) => said(part).join(' '))
  const parts = {
    street: street ?? '',
    postalCode: postalCode ?? '',
    city: city ?? '',
    region: region ?? '',
    country: country ?? '',
  }
  const asTyped = [parts.street, `${parts.postalCode} ${parts.city}`.trim(), parts.region, parts.country]
    .filter(Boolean)
    .join(', ')
  return asTyped === '' ? null : { kind: 'postal', value: searchKey(asTyped), asTyped, parts }
}

function birthdayOf(text: string | undefined, office: OfficeOf, faults: string[]): string | null {
  if (text === undefined) return null
  const day = dayOf(text, office)
  if (day === null) faults.push(`“${text.slice(0, 40)}” is not a birthday. Write it like 1990-03-02.`)
  return day
}

function refuseLong(faults: string[], what: string, text: string | null, most: number) {
  if (text !== null && text.length > most)
    faults.push(`The ${what} “${text.slice(0, 40)}…” is longer than ${most.toLocaleString('en')} letters. Shorten it.`)
}

function ownFields(
  cells: string[],
  columns: ColumnTarget[],
  fields: ReadonlyMap<string, Field>,
  office: OfficeOf,
  faults: string[],
): FieldValues {
  const own: FieldValues = {}
  for (const [at, target] of columns.entries()) {
    const field = target.to === 'field' ? fields.get(target.fieldId) : undefined
    const text = cells[at]?.trim() ?? ''
    if (!field || text === '') continue
    const read = readValue(field, text, office)
    if (read.ok && read.value !== null) own[field.id] = read.value
    else if (!read.ok && !EMPTY.test(text)) faults.push(read.why)
  }
  return own
}

const unique = (addresses: Address[]) => [
  ...new Map(addresses.map((each) => [`${each.kind} ${each.value}`, each])).values(),
]
