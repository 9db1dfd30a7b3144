import type { Columns } from '../../../kernel/columns.ts'
import { searchKey } from '../../../kernel/text.ts'
import type { ActTable } from '../../acts/rules/act-row.ts'

/** Parents before children, so that a write in this order, and an undo in the other, refers to nothing missing. */
export const TABLES = [
  'companies',
  'tags',
  'contacts',
  'addresses',
  'contactAddresses',
  'contactCompanies',
  'taggings',
  'notes',
  'noteLinks',
  'activities',
] as const satisfies ActTable[]
export type Table = (typeof TABLES)[number]

/** Which import it is that writes, and when. */
export type Import = { id: string; title: string; authorId: string; atMs: number }

const ROW_DIGITS = 8
const PART_DIGITS = 4
const PREFIX_LENGTH = 24

/** Ids of one import begin alike: so a contact that it made is known by its id, and every table grows at its end. */
const prefixOf = (importId: string) => importId.slice(0, PREFIX_LENGTH)
export const isMadeBy = (importId: string, contactId: string) =>
  contactId.startsWith(prefixOf(importId)) && contactId !== importId

/** The id of the `part`th thing that a row of the file makes. */
export const idOf = (importId: string, row: number, part: number) =>
  prefixOf(importId) + row.toString(16).padStart(ROW_DIGITS, '0') + part.toString(16).padStart(PART_DIGITS, '0')

const named = (id: string, name: string) => ({ id, name, nameKey: searchKey(name) })

export const contactRow = (id: string, name: string, { atMs }: Import): Columns => ({
  ...named(id, name),
  birthday: null,
  fields: {},
  householdId: null,
  ownerId: null,
  source: 'import',
  version: 1,
  createdAt: atMs,
  archivedAt: null,
})

export const companyRow = (id: string, name: string, { atMs }: Import): Columns => ({
  ...named(id, name),
  fields: {},
  source: 'import',
  version: 1,
  createdAt: atMs,
  archivedAt: null,
})

const TAG_COLORS = ['teal', 'blue', 'grape', 'orange', 'pink', 'green'] as const

export const tagRow = (id: string, name: string, { atMs }: Import, tagsSoFar: number): Columns => ({
  ...named(id, name),
  color: TAG_COLORS[tagsSoFar % TAG_COLORS.length] ?? TAG_COLORS[0],
  createdAt: atMs,
})

export const noteRow = (id: string, text: string, { atMs, authorId }: Import): Columns => ({
  id,
  text,
  textKey: searchKey(text),
  authorId,
  mentions: [],
  isPinned: false,
  version: 1,
  createdAt: atMs,
  editedAt: null,
  archivedAt: null,
})

export const activityRow = (
  id: string,
  contactId: string,
  by: Import,
  said: { kind: 'contact_created' | 'contact_updated'; title: string },
): Columns => ({
  id,
  contactId,
  companyId: null,
  at: by.atMs,
  entityId: contactId,
  changes: [],
  by: { kind: 'import', importId: by.id },
  ...said,
})

/** What a member may change of a row that an import made: whoever did has touched it, and an undo leaves it. */
const TOUCHABLE: Partial<Record<Table, readonly string[]>> = {
  companies: ['name', 'fields', 'version', 'archivedAt'],
  tags: ['name', 'color'],
  contacts: ['name', 'birthday', 'householdId', 'ownerId', 'fields', 'version', 'archivedAt'],
  contactCompanies: ['role', 'hasEnded'],
  contactAddresses: ['isDefault', 'label'],
  notes: ['text', 'isPinned', 'version', 'archivedAt'],
}

/** What is kept of a row that was made: enough to see whether somebody touched it, and no more, for there are many. */
export const recordedOf = (table: Table, row: Columns): Columns =>
  Object.fromEntries((TOUCHABLE[table] ?? []).map((name) => [name, row[name] ?? null]))
