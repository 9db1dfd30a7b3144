import { staffName } from '../../worker/features/appointments/rules/resource-names.ts'
import type { Span } from '../../worker/kernel/claims.ts'
import type { OutsideOverlap, OutsideReading, OutsideView } from '../../worker/kernel/outside.ts'
import { DAY_MS } from '../../worker/kernel/time.ts'

/** No appointment is longer, so that only those that begin within it have to be looked at. */
const LONGEST_MS = 32 * DAY_MS

/** Whether the calendar is known here: a desk that was set back in time may have to be told all of it again. */
export const isKnown = (sql: SqlStorage, calendarId: string): boolean =>
  sql.exec('select 1 from outside_calendars where id = ?', calendarId).toArray().length > 0

/**
 * Keeps what a reading found in the place of what was known of the calendar. An older reading than the one that is known
 * changes nothing. What was there before keeps the generation in which it came.
 */
export function keepReading(
  sql: SqlStorage,
  { calendarId, staffId, generation, readAt, busy }: OutsideReading,
): boolean {
  const [known] = sql
    .exec<{ generation: number }>('select generation from outside_calendars where id = ?', calendarId)
    .toArray()
  if (known && known.generation > generation) return false
  sql.exec(
    'insert or replace into outside_calendars (id, staff_id, generation, read_at) values (?, ?, ?, ?)',
    ...[calendarId, staffId, generation, readAt],
  )
  if (busy === null) return true
  const list = JSON.stringify(busy.map(({ startsAt, endsAt }) => [startsAt, endsAt]))
  sql.exec(
    `delete from outside_busy where calendar_id = ? and (starts_at, ends_at) not in
       (select json_extract(value, '$[0]'), json_extract(value, '$[1]') from json_each(?))`,
    ...[calendarId, list],
  )
  sql.exec(
    `insert or ignore into outside_busy (calendar_id, starts_at, ends_at, since)
     select ?, json_extract(value, '$[0]'), json_extract(value, '$[1]'), ? from json_each(?)`,
    ...[calendarId, generation, list],
  )
  return true
}

export function forgetCalendar(sql: SqlStorage, calendarId: string): void {
  sql.exec('delete from outside_calendars where id = ?', calendarId)
  sql.exec('delete from outside_busy where calendar_id = ?', calendarId)
}

/** When these people are busy by other calendars, in the form of what the engine takes for taken. */
export const outsideOf = (sql: SqlStorage, staffIds: readonly string[], from: number, to: number): Span[] =>
  busyBetween(sql, from, to)
    .filter(({ staffId }) => staffIds.includes(staffId))
    .map(({ staffId, startsAt, endsAt }) => ({ resourceId: staffName(staffId), startsAt, endsAt }))

const busyBetween = (sql: SqlStorage, from: number, to: number): OutsideView['busy'] =>
  sql
    .exec<OutsideView['busy'][number]>(
      `select calendar_id as calendarId, staff_id as staffId, starts_at as startsAt, ends_at as endsAt
       from outside_busy join outside_calendars on id = calendar_id
       where starts_at < ? and ends_at > ? order by starts_at, ends_at, calendar_id`,
      ...[to, from],
    )
    .toArray()

/** Who of these has another calendar that was last read before an instant, or never. */
export const unknownOf = (sql: SqlStorage, staffIds: readonly string[], before: number): string[] =>
  sql
    .exec<{ id: string }>(
      `select distinct staff_id as id from outside_calendars
       where staff_id in (select value from json_each(?)) and coalesce(read_at, 0) < ?`,
      ...[JSON.stringify(staffIds), before],
    )
    .toArray()
    .map(({ id }) => id)

const OVERLAPS = `select distinct a.id as appointmentId, json_extract(a.entry, '$.title') as title,
    c.staff_id as staffId, a.starts_at as startsAt
  from outside_busy b join outside_calendars c on c.id = b.calendar_id
  join appointments a on a.starts_at < b.ends_at and a.starts_at > b.starts_at - ${LONGEST_MS} and a.ends_at > b.starts_at
  where a.status in ('requested', 'confirmed', 'arrived') and json_extract(a.entry, '$.kind') = 'appointment'
    and c.staff_id in (select value from json_each(a.entry, '$.staffIds'))`

/** What is booked over time that this generation of a calendar brought, and not over yet. */
export const broughtOverlaps = (
  sql: SqlStorage,
  { calendarId, generation }: Pick<OutsideReading, 'calendarId' | 'generation'>,
  now: number,
): OutsideOverlap[] =>
  sql
    .exec<OutsideOverlap>(
      `${OVERLAPS} and b.calendar_id = ? and b.since = ? and a.ends_at > ? order by a.starts_at, a.id limit 200`,
      ...[calendarId, generation, now],
    )
    .toArray()

/** All that is known of other calendars in [from, to), and what is booked over it. */
export const outsideBetween = (sql: SqlStorage, from: number, to: number): OutsideView => ({
  busy: busyBetween(sql, from, to),
  overlaps: sql
    .exec<OutsideOverlap>(
      `${OVERLAPS} and b.starts_at < ? and b.ends_at > ? and a.starts_at < ? and a.ends_at > ? order by a.starts_at, a.id`,
      ...[to, from, to, from],
    )
    .toArray(),
})
