import { and, asc, count, eq, lte, sql } from 'drizzle-orm'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { type CalendarSource, calendarSources } from '../schema/calendars.ts'
import type { Db } from '../schema/index.ts'

const isSource = (officeId: OfficeId, id: string) =>
  and(eq(calendarSources.officeId, officeId), eq(calendarSources.id, id))

// ── Statements, for plans ────────────────────────────────────────────────────

export const insertSource = (db: Db, row: CalendarSource) => db.insert(calendarSources).values(row)

/** Changes the version that was read. One that has moved on stops everything that is written with it, see `updateRow`. */
export const changeSource = (
  db: Db,
  { officeId, id, version }: Pick<CalendarSource, 'officeId' | 'id' | 'version'>,
  columns: Partial<Omit<CalendarSource, 'officeId' | 'id' | 'version'>>,
) =>
  db
    .update(calendarSources)
    .set({
      ...columns,
      version: sql`case when ${calendarSources.version} = ${version} then cast(${version + 1} as integer) else null end`,
    })
    .where(isSource(officeId, id))

/** The next reading, whatever becomes of the one that is under way. */
export const putOff = (db: Db, { officeId, id }: Pick<CalendarSource, 'officeId' | 'id'>, nextAt: Date) =>
  db.update(calendarSources).set({ nextAt }).where(isSource(officeId, id))

// ── Questions ────────────────────────────────────────────────────────────────

export async function sourceById(db: Db, officeId: OfficeId, id: string): Promise<CalendarSource | null> {
  const [row] = await db.select().from(calendarSources).where(isSource(officeId, id))
  return row ?? null
}

export const sourcesOf = (db: Db, officeId: OfficeId): Promise<CalendarSource[]> =>
  db
    .select()
    .from(calendarSources)
    .where(eq(calendarSources.officeId, officeId))
    .orderBy(asc(calendarSources.createdAt), asc(calendarSources.id))
    .then((rows) => rows)

export async function countSources(db: Db, officeId: OfficeId): Promise<number> {
  const [row] = await db.select({ count: count() }).from(calendarSources).where(eq(calendarSources.officeId, officeId))
  return row?.count ?? 0
}

/** False: there is no such calendar. */
export async function removeSource(db: Db, officeId: OfficeId, id: string): Promise<boolean> {
  const found = await db.delete(calendarSources).where(isSource(officeId, id)).returning({ id: calendarSources.id })
  return found.length > 0
}

/** Of all offices of a database, because the sweep serves all: the calendars that are to be read again. */
export const dueSources = (db: Db, now: Date, limit: number) =>
  db
    .select({ officeId: calendarSources.officeId, id: calendarSources.id, nextAt: calendarSources.nextAt })
    .from(calendarSources)
    .where(lte(calendarSources.nextAt, now))
    .orderBy(asc(calendarSources.nextAt), asc(calendarSources.id))
    .limit(limit)
