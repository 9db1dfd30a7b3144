import { readdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'

const DATABASES = 'v3/d1/miniflare-D1DatabaseObject'
const PATIENCE_MS = 1000

/**
 * What a statement finds in the databases of a server, all of them taken together. The server may be running, or have
 * been killed: whoever only reads neither disturbs it nor tidies up after it.
 */
export function rowsIn<Row>(state: string, statement: string): Row[] {
  const folder = path.join(state, DATABASES)
  const files = readdirSync(folder).filter((name) => name.endsWith('.sqlite') && name !== 'metadata.sqlite')
  return files.flatMap((name) => {
    const database = new DatabaseSync(path.join(folder, name), { readOnly: true, timeout: PATIENCE_MS })
    const rows = database.prepare(statement).all() as Row[]
    database.close()
    return rows
  })
}

/** How many rows of a table the databases hold together. */
export const countIn = (state: string, table: string, where = 'true') =>
  rowsIn<{ n: number }>(state, `select count(*) as n from ${table} where ${where}`).reduce((sum, { n }) => sum + n, 0)
