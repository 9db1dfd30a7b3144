import { dialect } from '#dialect'
import { type Db, officeTables, schema } from '../../db/schema/index.ts'

export type TestDatabase = { db: Db; close: () => Promise<void> }

/** An empty, migrated database: D1 in workerd, or a database of its own on a real PostgreSQL. */
export const freshDatabase = (): Promise<TestDatabase> => (dialect === 'sqlite' ? onD1() : onPostgres())

/** The migrations of the test Worker's D1 are applied before; what another test of the file left is removed. */
async function onD1(): Promise<TestDatabase> {
  const [{ env }, { drizzle }] = await Promise.all([import('cloudflare:workers'), import('drizzle-orm/d1')])
  const db = drizzle(env.DB1, { schema }) as unknown as Db
  const names = Object.values(officeTables).map((table) => (table as unknown as Record<symbol, string>)[NAME] ?? '')
  await env.DB1.batch([
    env.DB1.prepare('PRAGMA defer_foreign_keys = ON'),
    ...names.map((name) => env.DB1.prepare(`DELETE FROM "${name}"`)),
  ])
  return { db, close: async () => {} }
}
const NAME = Symbol.for('drizzle:Name')

async function onPostgres(): Promise<TestDatabase> {
  const [{ default: postgres }, { drizzle }, { migrate }] = await Promise.all([
    import('postgres'),
    import('drizzle-orm/postgres-js'),
    import('drizzle-orm/postgres-js/migrator'),
  ])
  const server = process.env.FOYER_TEST_POSTGRES
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`
  const admin = postgres(`${server}/postgres`, { max: 1, onnotice: () => {} })
  await admin.unsafe(`create database ${name}`)
  await admin.end()
  const client = postgres(`${server}/${name}`, { max: 5, onnotice: () => {} })
  await migrate(drizzle(client), { migrationsFolder: 'migrations/postgres' })
  return { db: drizzle(client, { schema }) as unknown as Db, close: () => client.end() }
}
