import { and, eq, getTableColumns, isNotNull, type Table } from 'drizzle-orm'
import { isOneOf, keyNames, keysPointingAt, linksOf, textIn } from '#dialect'
import type { ActTable } from '../../worker/features/acts/rules/act-row.ts'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import type { RecordKind } from '../../worker/kernel/words.ts'
import { acts } from '../schema/acts.ts'
import { companies } from '../schema/companies.ts'
import { contacts } from '../schema/contacts.ts'
import { dealMoves, deals, stages } from '../schema/deals.ts'
import { type Db, officeTables } from '../schema/index.ts'
import { notices } from '../schema/notices.ts'
import { customFields } from '../schema/records.ts'
import { searchEntries } from '../schema/search.ts'
import { views } from '../schema/views.ts'

const TABLES: Record<ActTable, Table> = officeTables
/** They tell of a record, and keep nobody from removing it. */
const ONLY_TELL: readonly Table[] = [acts, notices, searchEntries]
const KINDS: Partial<Record<ActTable, RecordKind>> = {
  contacts: 'contact',
  companies: 'company',
  deals: 'deal',
  tasks: 'task',
  conversations: 'conversation',
}

/** A row of `table` whose `column` holds the id `on`. */
export type Hanging = { on: string; table: string; column: string; key: string[] }

/** More holders of a field than are ever removed at once; whoever has so many keeps the field in any case. */
const MOST_HOLDERS = 5000

/**
 * What refers to these rows: by a foreign key, by naming them as the record on which it stands, and for an own field by
 * holding a value of it or by showing it in a saved view.
 */
export async function hangingOn(db: Db, officeId: OfficeId, table: ActTable, ids: string[]): Promise<Hanging[]> {
  const isOneOfIds = (column: Parameters<typeof isOneOf>[0]) => isOneOf(column, ids)
  const pointers = Object.entries(officeTables).flatMap(([name, child]) =>
    pointersTo(child, table).map((pointer) => ({ name, child, pointer })),
  )
  const pointing = pointers.map(async ({ name, child, pointer }) => {
    const rows = await keysPointingAt(db, child, officeId, keyNames(child), { ...pointer, isOneOfIds })
    return rows.map((row) => ({ ...row, table: name, column: pointer.column }))
  })
  const holding = TABLES[table] === customFields ? ids.map((id) => holdersOf(db, officeId, id)) : []
  return (await Promise.all([...pointing, ...holding])).flat()
}

/** The records with a value of an own field, be it in the trash, and the saved views in which it stands. */
async function holdersOf(db: Db, officeId: OfficeId, fieldId: string): Promise<Hanging[]> {
  const [people, firms, deal, saved] = await Promise.all([
    db
      .select({ id: contacts.id })
      .from(contacts)
      .where(and(eq(contacts.officeId, officeId), isNotNull(textIn(contacts.fields, fieldId))))
      .limit(MOST_HOLDERS),
    db
      .select({ id: companies.id })
      .from(companies)
      .where(and(eq(companies.officeId, officeId), isNotNull(textIn(companies.fields, fieldId))))
      .limit(MOST_HOLDERS),
    db
      .select({ id: deals.id })
      .from(deals)
      .where(and(eq(deals.officeId, officeId), isNotNull(textIn(deals.fields, fieldId))))
      .limit(MOST_HOLDERS),
    db.select({ id: views.id, view: views.view }).from(views).where(eq(views.officeId, officeId)),
  ])
  const holding = (table: string, rows: { id: string }[], column = 'fields') =>
    rows.map(({ id }) => ({ on: fieldId, table, column, key: [id] }))
  const shown = saved.filter(({ view }) => JSON.stringify(view).includes(fieldId))
  return [
    ...holding('contacts', people),
    ...holding('companies', firms),
    ...holding('deals', deal),
    ...holding('views', shown, 'view'),
  ]
}

/** The columns of `child` that may hold the id of a row of this table; `record` where it must say of which kind. */
function pointersTo(child: Table, table: ActTable): { column: string; record: RecordKind | null }[] {
  const keys = linksOf(child).filter(({ to }) => to === TABLES[table])
  // Where a deal has been is told by ids without a key, so that a stage can go. While it is told, it stays.
  const moves = child === dealMoves && TABLES[table] === stages ? ['fromStageId', 'toStageId'] : []
  const record = KINDS[table]
  const stands = record && 'recordId' in getTableColumns(child) && !ONLY_TELL.includes(child)
  return [
    ...[...keys.map(({ column }) => column), ...moves].map((column) => ({ column, record: null })),
    ...(stands ? [{ column: 'recordId', record }] : []),
  ]
}
