import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { isConflict, type Statement } from '#dialect'
import { alone, commit } from '../../db/queries/plan.ts'
import { type Db, directoryTables, officeTables } from '../../db/schema/index.ts'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { OFFICES } from './rows.ts'

/** A database that is emptied before each test of the file and then filled by `fill`. */
export function testDatabase(fill: (db: Db) => Promise<unknown> = async () => {}): { readonly db: Db } {
  let database: TestDatabase
  beforeAll(async () => {
    database = await freshDatabase()
  })
  beforeEach(async () => {
    await empty(database.db)
    await fill(database.db)
  })
  afterAll(() => database.close())
  return {
    get db() {
      return database.db
    },
  }
}

/** A table refers only to tables that come before it, so the last is emptied first. */
const empty = (db: Db) =>
  commit(
    db,
    alone((db) =>
      [...Object.values(directoryTables), ...Object.values(officeTables)].reverse().map((t) => db.delete(t)),
    ),
  )

/** Runs the statements one after the other. */
export async function run(...statements: PromiseLike<unknown>[]) {
  for (const statement of statements) await statement
}

/** The same rows in both offices, under the same ids. */
export async function writeInBoth(db: Db, rows: (db: Db, officeId: OfficeId) => Statement[]) {
  for (const officeId of OFFICES)
    await commit(
      db,
      alone((db) => rows(db, officeId)),
    )
}

/** Every row of an office, table by table: what must be the same after another office was at work. */
export async function everythingOf(db: Db, officeId: OfficeId) {
  const found: [string, string[]][] = []
  for (const [name, table] of Object.entries(officeTables)) {
    const rows: unknown[] = await db.select().from(table).where(eq(table.officeId, officeId))
    found.push([name, rows.map((row) => JSON.stringify(row)).sort()])
  }
  return Object.fromEntries(found)
}

/** What became of a write: `stored`, `conflict` where something like it is there already, or `refused` for another reason. */
export const fateOf = (write: PromiseLike<unknown>) =>
  Promise.resolve(write).then(
    () => 'stored',
    (error) => (isConflict(error) ? 'conflict' : 'refused'),
  )
