import type { Columns } from '../../../kernel/columns.ts'
import type { RowChange } from '../../acts/rules/act-row.ts'

/** A row that hangs on the contact that goes, with the column that names it and whether that is part of its key. */
export type HangingRow = { table: RowChange['table']; row: Columns; column: string; isKey: boolean }

/**
 * The changes that hang everything on the contact that stays. A row whose key would then be there twice goes: it says
 * nothing new. `isThere` tells whether the one that stays has such a row already.
 */
export function rehung(
  rows: readonly HangingRow[],
  keepId: string,
  isThere: (change: HangingRow) => boolean,
): RowChange[] {
  return rows.flatMap((hanging): RowChange[] => {
    const { table, row, column, isKey } = hanging
    const moved = { ...row, [column]: keepId }
    // Whoever was related to themselves by the merge is not any more.
    if (isThere(hanging) || (table === 'relations' && moved.fromId === moved.toId))
      return [{ table, before: row, after: null }]
    if (!isKey) return [{ table, before: row, after: moved }]
    return [
      { table, before: row, after: null },
      { table, before: null, after: moved },
    ]
  })
}

/** The contact that stays, with what was chosen of the other: built-in columns, and own fields as `fields.<id>`. */
export function chosen(keep: Columns, drop: Columns, fromOther: readonly string[]): Columns {
  const own = fieldsOf(keep)
  const result: Columns = { ...keep }
  for (const name of fromOther)
    if (name.startsWith('fields.'))
      own[name.slice('fields.'.length)] = fieldsOf(drop)[name.slice('fields.'.length)] ?? null
    else if (name in drop) result[name] = drop[name] ?? null
  return { ...result, fields: Object.fromEntries(Object.entries(own).filter(([, value]) => value !== null)) }
}

function fieldsOf(row: Columns): Columns {
  const { fields } = row
  return fields && typeof fields === 'object' && !Array.isArray(fields) ? { ...fields } : {}
}
