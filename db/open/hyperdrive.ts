import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import type { Db } from '../schema/index.ts'

export type DatabaseEnv = { PG: Hyperdrive }

/** Few, because a Worker may hold six connections to the outside at once. */
const CONNECTIONS_PER_REQUEST = 5

/** The client is made anew in each request and never ended: Hyperdrive pools behind it, and a socket may not outlive its request. */
const open = (env: DatabaseEnv): Db =>
  drizzle(postgres(env.PG.connectionString, { max: CONNECTIONS_PER_REQUEST, fetch_types: false }))

/** The database of sign-in and of the directory of offices. */
export const openDirectory = (env: DatabaseEnv): Db => open(env)

/** The database that holds an office's rows. One Postgres serves every shard. */
export const openOffice = (env: DatabaseEnv, _office: { id: OfficeId; shard: number }): Db => open(env)

/** Every database of the deployment, for the sweeps that look at all offices. */
export const openAll = (env: DatabaseEnv): Db[] => [open(env)]
