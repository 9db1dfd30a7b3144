import { and, eq, gte, lt } from 'drizzle-orm'
import { rowsPerInsert, type Statement } from '#dialect'
import type { Claim } from '../../worker/kernel/claims.ts'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { appointmentClaims } from '../schema/appointments.ts'
import type { Db } from '../schema/index.ts'
import { chunks } from './chunks.ts'
import { alone, commit } from './plan.ts'

const claimRow = ({ id, appointmentId, resourceId, startsAt, endsAt, status, version }: Claim) => ({
  ...{ id, ownerId: appointmentId, resourceId, startsAt: new Date(startsAt), endsAt: new Date(endsAt) },
  ...{ isLive: status !== 'released', version },
})

/** One that is there already stays. The key is named, because PostgreSQL cannot leave what a deferred constraint may yet refuse. */
const insertClaims = (db: Db, officeId: OfficeId, claims: readonly Claim[]): Statement[] =>
  chunks(claims.map(claimRow), rowsPerInsert(appointmentClaims)).map((rows) =>
    db
      .insert(appointmentClaims)
      .values(rows.map((row) => ({ officeId, ...row })))
      .onConflictDoNothing({ target: [appointmentClaims.officeId, appointmentClaims.id] }),
  )

/** The statements that put these claims in the place of older ones of the same appointments. */
export function replaceClaims(db: Db, officeId: OfficeId, claims: readonly Claim[]): Statement[] {
  const owners = new Map(claims.map(({ appointmentId, version }) => [appointmentId, version]))
  const older = [...owners].map(([ownerId, version]) =>
    db
      .delete(appointmentClaims)
      .where(
        and(
          eq(appointmentClaims.officeId, officeId),
          eq(appointmentClaims.ownerId, ownerId),
          lt(appointmentClaims.version, version),
        ),
      ),
  )
  return [...older, ...insertClaims(db, officeId, claims)]
}

/**
 * Puts the desk's claims of a stretch of time in the place of whatever the database has there. PostgreSQL refused a
 * claim because of one that the desk does not know: it is the copy that is wrong.
 */
export const rewriteClaims = (db: Db, officeId: OfficeId, from: Date, to: Date, claims: readonly Claim[]) =>
  commit(
    db,
    alone((db) => [
      db
        .delete(appointmentClaims)
        .where(
          and(
            eq(appointmentClaims.officeId, officeId),
            gte(appointmentClaims.startsAt, from),
            lt(appointmentClaims.startsAt, to),
          ),
        ),
      ...insertClaims(db, officeId, claims),
    ]),
  )
