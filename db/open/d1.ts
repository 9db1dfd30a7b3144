import { drizzle } from 'drizzle-orm/d1'
import { type Db, schema } from '../schema/index.ts'

export type DatabaseEnv = { DB: D1Database; DB1: D1Database }

/** The database of sign-in and of the directory of offices. */
export const openDirectory = (env: DatabaseEnv): Db => drizzle(env.DB, { schema })

/** The database that holds an office's rows: its shard. A shard without a binding is a fault of the deployment. */
export function openOffice(env: DatabaseEnv, office: { shard: number }): Db {
  const database = [env.DB, env.DB1][office.shard]
  if (!database) throw new Error(`No database is bound for shard ${office.shard}.`)
  return drizzle(database, { schema })
}

/** Every database of the deployment, for the sweeps that look at all offices. */
export const openAll = (env: DatabaseEnv): Db[] => [env.DB, env.DB1].map((database) => drizzle(database, { schema }))
