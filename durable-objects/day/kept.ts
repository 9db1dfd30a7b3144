import type { Policy } from '../../worker/features/appointments/rules/policy.ts'

/** Small things that the object knows by a name, each with an instant of its own. */
type Name = 'policy' | 'drain' | 'reconcile'

export function keptAt(sql: SqlStorage, name: Name): { at: number; content: string } | null {
  return (
    sql.exec<{ at: number; content: string }>('select at, content from kept where name = ?', name).toArray()[0] ?? null
  )
}

export function keep(sql: SqlStorage, name: Name, at: number, content = ''): void {
  sql.exec('insert or replace into kept (name, at, content) values (?, ?, ?)', name, at, content)
}

export const forget = (sql: SqlStorage, name: Name): void => {
  sql.exec('delete from kept where name = ?', name)
}

/** Whichever was read later: the one that came with the request, or the object's own copy. A clock ahead of ours is not believed. */
export function newerPolicy(sql: SqlStorage, came: Policy, now: number): Policy {
  const known = keptAt(sql, 'policy')
  return known && known.at > Math.min(came.readAt, now) ? JSON.parse(known.content) : came
}

/** The object's own copy, if any request ever came with one. */
export function keptPolicy(sql: SqlStorage): Policy | null {
  const known = keptAt(sql, 'policy')
  return known && JSON.parse(known.content)
}

/** Keeps the policy for requests that were read before it and come after. */
export function keepPolicy(sql: SqlStorage, came: Policy, now: number): Policy {
  const policy = newerPolicy(sql, came, now)
  if (policy === came) keep(sql, 'policy', Math.min(came.readAt, now), JSON.stringify(came))
  return policy
}
