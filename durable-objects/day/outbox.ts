import type { Projected } from '../../worker/kernel/diary.ts'

export type Waiting = { seq: number; projected: Projected }

/** Leaves a change for the database. `seq` is its place in the order in which changes were made. */
export function leave(sql: SqlStorage, projected: Projected): void {
  sql.exec('insert into outbox (projected) values (?)', JSON.stringify(projected))
}

/** The changes that wait, in their order. */
export const waiting = (sql: SqlStorage, limit: number): Waiting[] =>
  sql
    .exec<{ seq: number; projected: string }>('select seq, projected from outbox order by seq limit ?', limit)
    .toArray()
    .map(({ seq, projected }) => ({ seq, projected: JSON.parse(projected) }))

export const hasLeft = (sql: SqlStorage, seq: number): void => {
  sql.exec('delete from outbox where seq = ?', seq)
}

export const isWaiting = (sql: SqlStorage): boolean => sql.exec('select 1 from outbox limit 1').toArray().length > 0
