import type { Change, LiveEvent, Topic } from '../../worker/kernel/live.ts'

/** How many events can be told one by one to a screen that was away; who missed more reads everything anew. */
export const EVENTS_KEPT = 1000

type Row = { seq: number; topic: Topic; ids: string; by_member: string | null }

const asEvent = ({ seq, topic, ids, by_member }: Row): LiveEvent => ({
  seq,
  topic,
  ids: JSON.parse(ids),
  by: by_member,
})

/** The number of the newest event, and of the oldest that is kept: 0 and 1 before the first. */
export const boundsOf = (sql: SqlStorage) =>
  sql
    .exec<{ newest: number; oldestKept: number }>(
      'select coalesce(max(seq), 0) as newest, coalesce(min(seq), 1) as oldestKept from events',
    )
    .one()

/** Gives each change the next number, without gaps, and forgets what has become too old. */
export function record(storage: DurableObjectStorage, changes: Change[]): LiveEvent[] {
  return storage.transactionSync(() => {
    const { newest } = boundsOf(storage.sql)
    const events = changes.map((change, i) => ({ ...change, seq: newest + 1 + i }))
    for (const { seq, topic, ids, by } of events)
      storage.sql.exec(
        'insert into events (seq, topic, ids, by_member) values (?, ?, ?, ?)',
        seq,
        topic,
        JSON.stringify(ids),
        by,
      )
    storage.sql.exec('delete from events where seq <= ?', newest + events.length - EVENTS_KEPT)
    return events
  })
}

export const eventsAfter = (sql: SqlStorage, seq: number): LiveEvent[] =>
  sql.exec<Row>('select seq, topic, ids, by_member from events where seq > ? order by seq', seq).toArray().map(asEvent)
