import { and, desc, eq, sql } from 'drizzle-orm'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { type CalendarImport, calendarImports } from '../schema/calendars.ts'
import type { Db } from '../schema/index.ts'

const isImport = (officeId: OfficeId, id: string) =>
  and(eq(calendarImports.officeId, officeId), eq(calendarImports.id, id))

export const insertCalendarImport = (db: Db, row: typeof calendarImports.$inferInsert) =>
  db.insert(calendarImports).values(row)

/** Changes the version that was read. One that has moved on stops everything that is written with it, see `updateRow`. */
export const changeCalendarImport = (
  db: Db,
  { officeId, id, version }: Pick<CalendarImport, 'officeId' | 'id' | 'version'>,
  columns: Partial<
    Pick<CalendarImport, 'state' | 'kind' | 'outcome' | 'done' | 'made' | 'left' | 'problem' | 'finishedAt'>
  >,
) =>
  db
    .update(calendarImports)
    .set({
      ...columns,
      version: sql`case when ${calendarImports.version} = ${version} then cast(${version + 1} as integer) else null end`,
    })
    .where(isImport(officeId, id))

export async function calendarImportById(db: Db, officeId: OfficeId, id: string): Promise<CalendarImport | null> {
  const [row] = await db.select().from(calendarImports).where(isImport(officeId, id))
  return row ?? null
}

/** The newest first. */
export const listCalendarImports = (db: Db, officeId: OfficeId, limit: number): Promise<CalendarImport[]> =>
  db
    .select()
    .from(calendarImports)
    .where(eq(calendarImports.officeId, officeId))
    .orderBy(desc(calendarImports.createdAt), desc(calendarImports.id))
    .limit(limit)
    .then((rows) => rows)
