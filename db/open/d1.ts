import { drizzle } from 'drizzle-orm/d1'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { guarded } from '../guard/guarded.ts'
import type { Db } from '../schema/index.ts'

export type DatabaseEnv = { DB: D1Database; DB1: D1Database }

/** The database of sign-in and of the directory of offices. Without a guard, because it is asked before an office is known. */
export const openDirectory = (env: DatabaseEnv): Db => drizzle(env.DB)

/** The database that holds an office's rows: its shard, and no other office's rows of it. A shard without a binding is a fault of the deployment. */
export function openOffice(env: DatabaseEnv, office: { id: OfficeId; shard: number }): Db {
  const database = [env.DB, env.DB1][office.shard]
  if (!database) throw new Error(`No database is bound for shard ${office.shard}.`)
  return drizzle(guarded(database, office.id))
}

/** Every database of the deployment, without a guard, for the sweeps that look at all offices. */
export const openAll = (env: DatabaseEnv): Db[] => [env.DB, env.DB1].map((database) => drizzle(database))
