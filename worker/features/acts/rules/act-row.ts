import { type Columns, isSame, type Json } from '../../../kernel/columns.ts'

/** The tables whose rows an act can change and take back, by their names in the schema; parents before children. */
export const ACT_TABLES = [
  'households',
  'companies',
  'contacts',
  'addresses',
  'contactAddresses',
  'companyAddresses',
  'contactCompanies',
  'relationKinds',
  'relations',
  'consents',
  'differentPeople',
  'activities',
  'customFields',
  'officeWords',
  'tags',
  'taggings',
  'notes',
  'noteLinks',
  'files',
  'conversations',
  'messages',
  'tasks',
  'taskLinks',
  'taskTemplates',
  'pipelines',
  'stages',
  'lostReasons',
  'deals',
  'dealMoves',
  'services',
  'serviceStaff',
  'resources',
  'staffHours',
  'dateHours',
  'timeOff',
  'appointments',
  'messageSteps',
  'messageSettings',
  'views',
  'trades',
] as const
export type ActTable = (typeof ACT_TABLES)[number]
export const isActTable = (name: string): name is ActTable => ACT_TABLES.some((table) => table === name)

/** What an act does to one row: makes it (no `before`), changes it, or removes it (no `after`). Whole rows. */
export type RowChange = { table: ActTable; before: Columns | null; after: Columns | null }

/** The office's own fields are compared one by one, under names such as `fields.0193…`. */
const OWN_FIELDS = 'fields'
const PREFIX = `${OWN_FIELDS}.`

/** A row with each of its own fields as a column by itself. */
export function spread(row: Columns): Columns {
  const { [OWN_FIELDS]: own, ...columns } = row
  if (!own || typeof own !== 'object' || Array.isArray(own)) return row
  return { ...columns, ...Object.fromEntries(Object.entries(own).map(([id, value]) => [PREFIX + id, value])) }
}

/** The columns to be written so that `row` holds `changes`, which may name own fields one by one; null removes one. */
export function gathered(row: Columns, changes: Columns): Columns {
  const columns: Columns = {}
  const own: Columns = {}
  for (const [name, value] of Object.entries(changes))
    if (name.startsWith(PREFIX)) own[name.slice(PREFIX.length)] = value
    else columns[name] = value
  if (Object.keys(own).length === 0) return columns
  const before = row[OWN_FIELDS]
  const known = before && typeof before === 'object' && !Array.isArray(before) ? before : {}
  const all = Object.entries({ ...known, ...own }).filter(([, value]) => value !== null)
  return { ...columns, [OWN_FIELDS]: Object.fromEntries(all) }
}

/** Only the columns in which two states of a row differ; an own field that is not there counts as null. */
export function differences(before: Columns, after: Columns): { before: Columns; after: Columns } {
  const [old, young] = [spread(before), spread(after)]
  const found: { before: Columns; after: Columns } = { before: {}, after: {} }
  for (const name of new Set([...Object.keys(old), ...Object.keys(young)])) {
    const [was, is]: Json[] = [old[name] ?? null, young[name] ?? null]
    if (isSame(was, is)) continue
    found.before[name] = was ?? null
    found.after[name] = is ?? null
  }
  return found
}
