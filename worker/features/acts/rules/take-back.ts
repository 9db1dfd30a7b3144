import { type Columns, isSame } from '../../../kernel/columns.ts'
import { spread } from './act-row.ts'

export type TakenBack =
  | { do: 'nothing' }
  | { do: 'remove' }
  | { do: 'put_back'; row: Columns }
  | { do: 'restore'; columns: Columns; kept: string[] }
  | { do: 'keep' }

/**
 * How what an act did to a row is taken back, when the row now is `current`. A column that somebody changed since keeps
 * what they put there; a row that the act made stays when they changed it, or when something of theirs hangs on it.
 */
export function takeBack(
  { before, after }: { before: Columns | null; after: Columns | null },
  current: Columns | null,
  hasMoreHanging: boolean,
): TakenBack {
  if (!before) return takeAway(after, current, hasMoreHanging)
  if (!after) return current ? { do: 'keep' } : { do: 'put_back', row: before }
  if (!current) return { do: 'nothing' }
  return restore(before, after, spread(current))
}

function takeAway(after: Columns | null, current: Columns | null, hasMoreHanging: boolean): TakenBack {
  if (!after || !current) return { do: 'nothing' }
  // Columns that the act left to the database's defaults were not its own; a change of them counts the version on.
  const [made, now] = [spread(after), spread(current)]
  const touched = Object.keys(made).some((name) => !isSame(made[name] ?? null, now[name] ?? null))
  return touched || hasMoreHanging ? { do: 'keep' } : { do: 'remove' }
}

function restore(before: Columns, after: Columns, current: Columns): TakenBack {
  const { version: oldVersion, ...old } = before
  const names = Object.keys(old)
  const kept = names.filter((name) => !isSame(current[name] ?? null, after[name] ?? null))
  const back = names.filter((name) => !kept.includes(name))
  if (back.length === 0 && kept.length > 0) return { do: 'keep' }
  if (back.length === 0 && current.version !== after.version) return { do: 'nothing' }
  const columns = Object.fromEntries(back.map((name) => [name, old[name] ?? null]))
  return { do: 'restore', columns: { ...columns, ...versionOf(oldVersion, after, current, kept) }, kept }
}

/** A row that is again all that it was has its old version again; one that somebody worked with counts on. */
function versionOf(old: Columns[string] | undefined, after: Columns, current: Columns, kept: string[]): Columns {
  if (typeof current.version !== 'number') return {}
  if (old !== undefined && kept.length === 0 && current.version === after.version) return { version: old }
  return { version: current.version + 1 }
}
