import type { z } from 'zod'
import { rowsNow } from '../../../db/queries/acts.ts'
import { fieldsOf } from '../../../db/queries/fields.ts'
import { membersOf } from '../../../db/queries/members.ts'
import type { FieldChange } from '../../../db/schema/timeline.ts'
import { type Columns, isSame, type Json } from '../../kernel/columns.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import { searchKey } from '../../kernel/text.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { doStep, NO_STEP, type Step } from '../acts/do-step.ts'
import { lineOf, timelinesOf } from '../acts/line-of.ts'
import { spread } from '../acts/rules/act-row.ts'
import type { ValueChange } from './input.ts'
import { dayOf, type Writing, writingOf } from './rules/read-text.ts'
import { readValue } from './rules/read-value.ts'
import { valueWords } from './rules/value-words.ts'

type Needs = Pick<MemberCtx, 'db' | 'directory' | 'officeId' | 'office' | 'now' | 'newId' | 'desk' | 'member'>
type Change = z.infer<typeof ValueChange>
const TABLES = { contact: 'contacts', company: 'companies', deal: 'deals' } as const
type WithFields = keyof typeof TABLES
const LABELS: Record<string, string> = {
  name: 'Name',
  birthday: 'Birthday',
  ownerId: 'Looked after by',
  householdId: 'Household',
  website: 'Website',
  taxId: 'Tax number',
}

/**
 * Writes values of a contact, a company or a deal that the member changed in their places, as one step with its line in the
 * timeline. A value that somebody else changed since the member saw it is not overwritten: the refusal tells what stands
 * there now, so that the member chooses.
 */
export async function changeRecord(
  needs: Needs,
  record: WithFields,
  { id, changes }: { id: string; changes: Change[] },
): Promise<Step | typeof NO_STEP> {
  const { db, officeId } = needs
  const table = TABLES[record]
  const row = (await rowsNow(db, officeId, table, [[id]])).get(id)
  if (!row || row.archivedAt !== null) throw notFound(record)
  const read = await readerOf(needs, record)
  const now = spread(row)
  const columns: Columns = {}
  const told: FieldChange[] = []
  for (const { column, seen, typed } of changes) {
    const { label, value, words } = read(column, typed)
    const current = now[column] ?? null
    if (isSame(current, value)) continue
    if (!isSame(current, seen))
      throw new Refusal('conflict', `Somebody changed this meanwhile: ${label} is now ${words(current) || 'empty'}.`)
    columns[column] = value
    told.push({ field: label, before: words(current) || null, after: words(value) || null })
  }
  if (told.length === 0) return NO_STEP
  const name = String(row.name ?? row.title)
  const title = told.length === 1 ? `Changed ${told[0]?.field} of ${name}` : `Changed ${name}`
  const of = timelinesOf(record, row)
  const line = { ...of, kind: `${record}_updated` as const, entityId: id, title: name, changes: told }
  return doStep(needs, { title, record, id, topic: record === 'deal' ? 'deal' : 'contact' }, [
    { table, before: row, after: written(row, columns) },
    ...(of.contactId || of.companyId ? [lineOf(needs, line)] : []),
  ])
}

/** The row with these values in it; own fields go by `fields.` and their id. */
export function written(row: Columns, columns: Columns): Columns {
  const own: Columns = { ...ownOf(row) }
  const after = { ...row }
  for (const [name, value] of Object.entries(columns)) {
    if (name.startsWith('fields.')) own[name.slice('fields.'.length)] = value
    else after[name] = value
  }
  const fields = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== null))
  return { ...after, fields, ...(typeof columns.name === 'string' ? { nameKey: searchKey(columns.name) } : {}) }
}

function ownOf({ fields }: Columns): Columns {
  return fields && typeof fields === 'object' && !Array.isArray(fields) ? fields : {}
}

function partOf(column: string, label: string, text: string, writing: Writing): Json {
  const read = readValue({ label, kind: column === 'website' ? 'link' : 'text', options: [] }, text, writing)
  if (!read.ok) throw new Refusal('invalid', read.why)
  return read.value
}

type Face = { label: string; words: (value: Json) => string }
type Read = Face & { value: Json }

/** How a column of a record is called, and what a value of it is in words; null of an own field that is gone. */
export async function facesOf({ db, directory, officeId, office }: FaceNeeds, record: WithFields) {
  const [fields, members] = await Promise.all([fieldsOf(db, officeId, record), membersOf(directory, officeId)])
  const plain = (value: Json) => (value === null ? '' : String(value))
  const nameOf = (value: Json) => members.find(({ userId }) => userId === value)?.name ?? ''
  const faceOf = (column: string): Face | null => {
    const field = fields.find(({ id }) => `fields.${id}` === column)
    if (field)
      return {
        label: field.label,
        words: (value) => (typeof value === 'object' ? '' : valueWords(field, value, office.currency)),
      }
    if (column.startsWith('fields.')) return null
    return { label: LABELS[column] ?? '', words: column === 'ownerId' ? nameOf : plain }
  }
  return { fields, members, faceOf }
}
type FaceNeeds = Pick<Needs, 'db' | 'directory' | 'officeId' | 'office'>

/** Reads what was typed into a column, or refuses it with a sentence. */
export async function readerOf(needs: FaceNeeds & Pick<Needs, 'now'>, record: WithFields) {
  const writing = writingOf(needs.office, needs.now())
  const { fields, members, faceOf } = await facesOf(needs, record)
  const read = (column: string, label: string, text: string): Json => {
    if (column === 'name' && text === '') throw new Refusal('invalid', `A ${record} needs a name.`)
    if (column === 'ownerId') {
      if (text !== '' && !members.some(({ userId }) => userId === text)) throw notFound('member')
      return text || null
    }
    if (column === 'birthday') {
      const birthday = text === '' ? null : dayOf(text, writing)
      if (text !== '' && birthday === null) throw new Refusal('invalid', `“${text}” is not a birthday.`)
      return birthday
    }
    const field = fields.find(({ id }) => `fields.${id}` === column)
    if (!field) return partOf(column, label, text, writing)
    const result = readValue(field, text, writing)
    if (!result.ok) throw new Refusal('invalid', result.why)
    return result.value
  }
  return (column: string, typed: string | null): Read => {
    const face = faceOf(column)
    if (!face) throw notFound('field')
    return { ...face, value: read(column, face.label, typed?.trim() ?? '') }
  }
}
