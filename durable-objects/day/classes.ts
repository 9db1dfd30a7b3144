import type { Session } from '../../worker/features/appointments/rules/view.ts'

type Row = {
  id: string
  service_id: string
  starts_at: number
  ends_at: number
  staff_ids: string
  resource_ids: string
}
export type Opened = Omit<Session, 'takenSeats'>

export function openClass(sql: SqlStorage, opened: Opened): void {
  sql.exec(
    'insert into classes (id, service_id, starts_at, ends_at, staff_ids, resource_ids) values (?, ?, ?, ?, ?, ?)',
    opened.id,
    opened.serviceId,
    opened.startsAt,
    opened.endsAt,
    JSON.stringify(opened.staffIds),
    JSON.stringify(opened.resourceIds),
  )
}

export const forgetClass = (sql: SqlStorage, id: string): void => {
  sql.exec('delete from classes where id = ?', id)
}

/** The dates of a class that start in [from, to), each with its taken seats but those of one appointment. */
export const classesOf = (sql: SqlStorage, serviceId: string, from: number, to: number, except: string): Session[] =>
  sql
    .exec<Row>('select * from classes where service_id = ? and starts_at >= ? and starts_at < ?', serviceId, from, to)
    .toArray()
    .map((row) => ({
      id: row.id,
      serviceId: row.service_id,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      staffIds: JSON.parse(row.staff_ids),
      resourceIds: JSON.parse(row.resource_ids),
      takenSeats: takenSeats(sql, row.id, except),
    }))

/** The seats of a date of a class that somebody has, or keeps while a form is open. */
export const takenSeats = (sql: SqlStorage, id: string, except: string): number[] =>
  sql
    .exec<{ resource: string }>(
      `select resource_id as resource from claims
       where resource_id >= ? and resource_id < ? and status <> 'released' and appointment_id <> ?`,
      `${id}#`,
      `${id}$`,
      except,
    )
    .toArray()
    .map(({ resource }) => Number(resource.slice(id.length + 1)))

/** The class of which an appointment has a seat, if any. */
export function classOfSeat(sql: SqlStorage, appointmentId: string): string | null {
  const [row] = sql
    .exec<{ resource: string }>(
      `select resource_id as resource from claims where appointment_id = ? and resource_id like 'class:%' limit 1`,
      appointmentId,
    )
    .toArray()
  return row ? row.resource.slice(0, row.resource.lastIndexOf('#')) : null
}
