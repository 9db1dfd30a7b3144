import { overlaps } from '../../worker/features/appointments/rules/overlaps.ts'
import { type Claim, type ClaimStatus, LONGEST_CLAIM_MS, type Span } from '../../worker/kernel/claims.ts'
import type { Standing } from './next-claim.ts'

type Row = {
  id: string
  appointment_id: string
  resource_id: string
  starts_at: number
  ends_at: number
  status: ClaimStatus
  expires_at: number | null
  version: number
}

const asClaim = (row: Row): Claim => ({
  id: row.id,
  appointmentId: row.appointment_id,
  resourceId: row.resource_id,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  status: row.status,
  expiresAt: row.expires_at,
  version: row.version,
})

export const standingOf = (sql: SqlStorage, appointmentId: string): Standing | null =>
  sql
    .exec<{ status: ClaimStatus; version: number; expiresAt: number | null }>(
      'select status, version, expires_at as expiresAt from claims where appointment_id = ? limit 1',
      appointmentId,
    )
    .toArray()[0] ?? null

/**
 * Whether another appointment has time of the span. Live claims of a resource never overlap each other, so the last
 * of the others that starts before the span ends is the only one that can reach into it.
 */
export function isTaken(sql: SqlStorage, span: Span, appointmentId: string): boolean {
  const [last] = sql
    .exec<{ startsAt: number; endsAt: number }>(
      `select starts_at as startsAt, ends_at as endsAt from claims
       where resource_id = ? and starts_at < ? and status <> 'released' and appointment_id <> ?
       order by starts_at desc limit 1`,
      span.resourceId,
      span.endsAt,
      appointmentId,
    )
    .toArray()
  return last !== undefined && overlaps(last, span)
}

export function insertClaims(sql: SqlStorage, claims: readonly Claim[]): void {
  for (const claim of claims)
    sql.exec(
      `insert into claims (id, appointment_id, resource_id, starts_at, ends_at, status, expires_at, version)
       values (?, ?, ?, ?, ?, ?, ?, ?)`,
      claim.id,
      claim.appointmentId,
      claim.resourceId,
      claim.startsAt,
      claim.endsAt,
      claim.status,
      claim.expiresAt,
      claim.version,
    )
}

/** Puts these spans, standing so, in the place of whatever the appointment had. */
export function replaceClaims(
  sql: SqlStorage,
  appointmentId: string,
  spans: readonly Span[],
  standing: Standing,
): void {
  sql.exec('delete from claims where appointment_id = ?', appointmentId)
  insertClaims(
    sql,
    spans.map((span, i) => ({ ...span, ...standing, appointmentId, id: `${appointmentId}:${i + 1}` })),
  )
}

export function releaseClaims(sql: SqlStorage, appointmentId: string, version: number): void {
  sql.exec(
    `update claims set status = 'released', expires_at = null, version = ? where appointment_id = ?`,
    version,
    appointmentId,
  )
}

/** The appointments whose hold has run out at `now`. */
export const expiredHolds = (sql: SqlStorage, now: number): { appointmentId: string; version: number }[] =>
  sql
    .exec<{ appointmentId: string; version: number }>(
      'select distinct appointment_id as appointmentId, version from claims where expires_at <= ? order by appointment_id',
      now,
    )
    .toArray()

export const firstExpiry = (sql: SqlStorage): number | null =>
  sql.exec<{ at: number | null }>('select min(expires_at) as at from claims where expires_at is not null').one().at

/** All claims of one appointment, released ones too. */
export const claimsOf = (sql: SqlStorage, appointmentId: string): Claim[] =>
  sql.exec<Row>('select * from claims where appointment_id = ? order by id', appointmentId).toArray().map(asClaim)

/**
 * Live claims that share an instant with [from, to), of these resources, in order of their start. None is longer than the
 * longest, so those that began before that need not be looked at, however many there ever were.
 */
export const liveBetween = (sql: SqlStorage, from: number, to: number, resourceIds: readonly string[]): Claim[] =>
  sql
    .exec<Row>(
      `select * from claims
       where resource_id in (select value from json_each(?)) and starts_at >= ? and starts_at < ? and ends_at > ?
         and status <> 'released'
       order by starts_at, id`,
      JSON.stringify(resourceIds),
      from - LONGEST_CLAIM_MS,
      to,
      from,
    )
    .toArray()
    .map(asClaim)

/** Booked claims that start in [from, to). */
export const bookedFrom = (sql: SqlStorage, from: number, to: number): Claim[] =>
  sql
    .exec<Row>(
      `select * from claims where status = 'booked' and starts_at >= ? and starts_at < ? order by id`,
      from,
      to,
    )
    .toArray()
    .map(asClaim)

/** Live claims that start in [from, to), of everybody and everything. */
export const liveFrom = (sql: SqlStorage, from: number, to: number): Claim[] =>
  sql
    .exec<Row>(
      `select * from claims where status <> 'released' and starts_at >= ? and starts_at < ? order by id`,
      from,
      to,
    )
    .toArray()
    .map(asClaim)
