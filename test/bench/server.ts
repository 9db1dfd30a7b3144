import path from 'node:path'
import { createTestHarness, type TestHarness, type TestHarnessOptions } from 'wrangler'
import { ROOT } from '../../worker/local/tools.mjs'
import { workerdProcesses } from './processor-time.ts'

/** The same as in wrangler.toml. */
const COMPATIBILITY_DATE = '2026-08-15'
const SECRET_KEY = 'only-for-the-bench-0123456789abcdef-0123456789'
const MIGRATIONS = path.join(ROOT, 'migrations/sqlite')

type Databases = { DB: D1Database; DB1: D1Database }

/** A Worker that runs locally, alone in its server, with databases that are migrated and empty. */
export type Server = {
  url: string
  /** The process in which the Worker, its databases and its files live; what only passes requests on is another. */
  pid: number
  databases: Databases
}

const running: TestHarness[] = []

/** Ends every server that was started. Without it they would outlive a bench that fails. */
export async function closeServers(): Promise<void> {
  await Promise.all(running.splice(0).map((harness) => harness.close()))
}

/** Starts the built product. */
export const startProduct = (configPath: string): Promise<Server> =>
  serve({ configPath, vars: { STAGE: 'local' }, secrets: { SECRET_KEY } })

/** Starts one of the bare Workers, with the same bindings for what it does. */
export const startBare = (name: 'contacts' | 'mail' | 'analysis' | 'totals' | 'crm' | 'slots'): Promise<Server> =>
  serve({
    config: {
      name: `bare-${name}`,
      main: path.join(import.meta.dirname, 'workers', `${name}.ts`),
      compatibility_date: COMPATIBILITY_DATE,
      d1_databases: [database('DB', 0), database('DB1', 1)],
      r2_buckets: [{ binding: 'FILES', bucket_name: 'bare-files' }],
    },
  })

/** Starts the bare Worker that asks a PostgreSQL. */
export const startBareOnPostgres = (connection: string): Promise<Server> =>
  serve({
    config: {
      name: 'bare-crm-postgres',
      main: path.join(import.meta.dirname, 'workers', 'crm-postgres.ts'),
      compatibility_date: COMPATIBILITY_DATE,
      compatibility_flags: ['nodejs_compat'],
      hyperdrive: [{ binding: 'PG', id: 'bare', localConnectionString: connection }],
    },
  })

const database = (binding: string, n: number) => ({
  binding,
  database_name: `bare-${n}`,
  database_id: `00000000-0000-0000-0000-00000000001${n}`,
  migrations_dir: MIGRATIONS,
})

type WorkerInput = NonNullable<TestHarnessOptions['workers']>[number]

async function serve(input: WorkerInput): Promise<Server> {
  const harness = createTestHarness({ workers: [input] })
  running.push(harness)
  const { url } = await harness.listen()
  // The harness starts first what passes the requests on, then what runs the Worker.
  const pid = workerdProcesses().at(-1)
  if (pid === undefined) throw new Error('The server has started no workerd.')
  const databases = await migratedDatabases(harness)
  return { url: url.origin, pid, databases }
}

async function migratedDatabases(harness: TestHarness): Promise<Databases> {
  const worker = harness.getWorker<Databases>()
  const databases = await worker.getEnv()
  for (const name of ['DB', 'DB1'] as const) if (databases[name]) await worker.applyD1Migrations(name)
  return databases
}
