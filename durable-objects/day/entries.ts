import type { Entry } from '../../worker/kernel/diary.ts'

type Row = { entry: string; before: string | null }
export type Kept = { entry: Entry; before: Entry | null }

const parsed = ({ entry, before }: Row): Kept => ({
  entry: JSON.parse(entry),
  before: before === null ? null : JSON.parse(before),
})

/** The appointment as it is, and as it was before its last change. */
export function entryOf(sql: SqlStorage, id: string): Kept | null {
  const [row] = sql.exec<Row>('select entry, before from appointments where id = ?', id).toArray()
  return row ? parsed(row) : null
}

export function keepEntry(sql: SqlStorage, entry: Entry, before: Entry | null): void {
  sql.exec(
    `insert or replace into appointments
       (id, service_id, session_id, starts_at, ends_at, status, version, entry, before) values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    entry.id,
    entry.serviceId,
    entry.session?.id ?? null,
    entry.startsAt,
    entry.endsAt,
    entry.status,
    entry.version,
    JSON.stringify(entry),
    before === null ? null : JSON.stringify(before),
  )
}

/** What starts in [from, to), cancelled ones too, in the order of its start. */
export const entriesFrom = (sql: SqlStorage, from: number, to: number): Entry[] =>
  sql
    .exec<Row>(
      'select entry, null as before from appointments where starts_at >= ? and starts_at < ? order by starts_at, id',
      from,
      to,
    )
    .toArray()
    .map((row) => parsed(row).entry)

/** The starts of a service's appointments in [from, to), without one of them and without what was cancelled. */
export const startsOf = (sql: SqlStorage, serviceId: string, from: number, to: number, except: string): number[] =>
  sql
    .exec<{ at: number }>(
      `select starts_at as at from appointments
       where starts_at >= ? and starts_at < ? and service_id = ? and status <> 'cancelled' and id <> ?`,
      from,
      to,
      serviceId,
      except,
    )
    .toArray()
    .map(({ at }) => at)

/** How many appointments each has that start in [from, to). */
export function loads(sql: SqlStorage, from: number, to: number): Map<string, number> {
  const found = sql.exec<{ who: string; count: number }>(
    `select value as who, count(*) as count from appointments, json_each(entry, '$.staffIds')
     where starts_at >= ? and starts_at < ? and status <> 'cancelled' group by value`,
    from,
    to,
  )
  return new Map(found.toArray().map(({ who, count }) => [who, count]))
}

export type DaySum = { day: number; count: number; versions: number }

/** How many appointments start on each day (of UTC, counted from 1970) since `from`, and the sum of their versions. */
export const daySums = (sql: SqlStorage, from: number): DaySum[] =>
  sql
    .exec<DaySum>(
      `select starts_at / 86400000 as day, count(*) as count, sum(version) as versions from appointments
       where starts_at >= ? group by 1 order by 1`,
      from,
    )
    .toArray()
