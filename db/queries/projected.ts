import { and, asc, eq, gt, gte, inArray, sql } from 'drizzle-orm'
import { dayNumber } from '#dialect'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { appointments } from '../schema/appointments.ts'
import type { Db } from '../schema/index.ts'

/** How many of the desk's appointments start on each day (of UTC, counted from 1970), and the sum of their versions. */
export async function projectedSums(db: Db, officeId: OfficeId, from: Date) {
  const day = dayNumber(appointments.startsAt, 0)
  return db
    .select({
      day,
      count: sql<number>`count(*)`.mapWith(Number),
      versions: sql<number>`sum(${appointments.deskVersion})`.mapWith(Number),
    })
    .from(appointments)
    .where(and(eq(appointments.officeId, officeId), gt(appointments.deskVersion, 0), gte(appointments.startsAt, from)))
    .groupBy(day)
    .orderBy(asc(day))
}

/** In which version of the desk's these appointments are in the database. */
export async function projectedVersions(db: Db, officeId: OfficeId, ids: string[]): Promise<Map<string, number>> {
  const rows = await db
    .select({ id: appointments.id, version: appointments.deskVersion })
    .from(appointments)
    .where(and(eq(appointments.officeId, officeId), inArray(appointments.id, ids)))
  return new Map(rows.map(({ id, version }) => [id, version]))
}
