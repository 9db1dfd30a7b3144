import { and, desc, eq, sql } from 'drizzle-orm'
import type { ColumnMapping } from '../../worker/features/imports/rules/mapping.ts'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { acts } from '../schema/acts.ts'
import { type Import, importMappings, imports } from '../schema/imports.ts'
import type { Db } from '../schema/index.ts'
import { customFields } from '../schema/records.ts'

const isImport = (officeId: OfficeId, id: string) => and(eq(imports.officeId, officeId), eq(imports.id, id))
const isMapping = (officeId: OfficeId, id: string) =>
  and(eq(importMappings.officeId, officeId), eq(importMappings.id, id))

// ── Statements, for plans ────────────────────────────────────────────────────

export const insertImport = (db: Db, row: typeof imports.$inferInsert) => db.insert(imports).values(row)

/** Changes the version that was read. One that has moved on stops everything that is written with it, see `updateRow`. */
export const changeImport = (
  db: Db,
  { officeId, id, version }: Pick<Import, 'officeId' | 'id' | 'version'>,
  columns: Partial<Pick<Import, 'state' | 'mapping' | 'counts' | 'nextByte' | 'nextRow' | 'problem' | 'finishedAt'>>,
) =>
  db
    .update(imports)
    .set({
      ...columns,
      version: sql`case when ${imports.version} = ${version} then cast(${version + 1} as integer) else null end`,
    })
    .where(isImport(officeId, id))

/** Remembers how a file with these headings was mapped. */
export const rememberMapping = (db: Db, officeId: OfficeId, id: string, mapping: ColumnMapping, usedAt: Date) =>
  db
    .insert(importMappings)
    .values({ officeId, id, mapping, usedAt })
    .onConflictDoUpdate({ target: [importMappings.officeId, importMappings.id], set: { mapping, usedAt } })

// ── Questions ────────────────────────────────────────────────────────────────

export async function importById(db: Db, officeId: OfficeId, id: string): Promise<Import | null> {
  const [row] = await db.select().from(imports).where(isImport(officeId, id))
  return row ?? null
}

/** The imports of the office, newest first, or one of them, each with how far its undo is. */
export async function listImports(db: Db, officeId: OfficeId, limit: number, id?: string) {
  return db
    .select({ row: imports, act: { state: acts.state, kept: acts.kept, expiresAt: acts.expiresAt } })
    .from(imports)
    .leftJoin(acts, and(eq(acts.officeId, officeId), eq(acts.id, imports.id)))
    .where(id === undefined ? eq(imports.officeId, officeId) : isImport(officeId, id))
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(limit)
}

export async function mappingById(db: Db, officeId: OfficeId, id: string): Promise<ColumnMapping | null> {
  const [row] = await db.select().from(importMappings).where(isMapping(officeId, id))
  return row?.mapping ?? null
}

/** The fields that the office added to its contacts, in their order, without those it put away. */
export async function contactFields(db: Db, officeId: OfficeId) {
  const rows = await db
    .select()
    .from(customFields)
    .where(and(eq(customFields.officeId, officeId), eq(customFields.record, 'contact')))
    .orderBy(customFields.position, customFields.id)
  return rows.filter(({ archivedAt }) => archivedAt === null)
}
