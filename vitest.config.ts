import path from 'node:path'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { freePort } from './test/support/free-port.ts'

/** The same as in wrangler.toml. */
const COMPATIBILITY_DATE = '2026-08-15'

const TEST_TIMEOUT_MS = 30_000
const SETUP_TIMEOUT_MS = 60_000
/** A browser does what a person does, on a machine that does other things as well. */
const BROWSER_TIMEOUT_MS = 120_000
/** A browser on a busy machine shows things later than the second that is usual. */
const POLL_TIMEOUT_MS = 15_000
const timeouts = { testTimeout: TEST_TIMEOUT_MS, hookTimeout: SETUP_TIMEOUT_MS }

/** Tests that need no Worker run in Node; `conditions` choose the dialect. */
const inNode = (name: string, include: string[], more: object = {}, conditions: string[] = []) => ({
  ssr: { resolve: { conditions: [...conditions, 'node', 'import', 'module', 'default'] } },
  test: { name, include, ...timeouts, ...more },
})

type Migrations = Awaited<ReturnType<typeof readD1Migrations>>

const withMigrations = (name: string, include: string[]) => ({
  name,
  include,
  setupFiles: ['./test/support/apply-migrations.ts'],
  ...timeouts,
})

/** Tests of the queries: in workerd, with D1 and nothing else, so that no Worker has to be loaded. */
const onD1 = (name: string, include: string[], migrations: Migrations) => ({
  plugins: [
    cloudflareTest({
      miniflare: {
        compatibilityDate: COMPATIBILITY_DATE,
        d1Databases: ['DB', 'DB1'],
        bindings: { TEST_MIGRATIONS: migrations },
      },
    }),
  ],
  test: withMigrations(name, include),
})

const SETTINGS = {
  STAGE: 'test',
  SECRET_KEY: 'only-for-tests-0123456789abcdef-0123456789',
  MAILGUN_SIGNING_KEY: 'only-for-tests-mailgun',
  TWILIO_AUTH_TOKEN: 'only-for-tests-twilio',
  LOCAL_CALENDARS: 'yes',
}

/** Tests of the Worker as it runs: in workerd, with D1, R2, queues and the desk. */
const inWorkerd = (name: string, include: string[], migrations: Migrations) => ({
  plugins: [
    cloudflareTest({
      wrangler: { configPath: './wrangler.toml' },
      miniflare: { bindings: { ...SETTINGS, TEST_MIGRATIONS: migrations } },
    }),
  ],
  test: withMigrations(name, include),
})

/** The same Worker, built for PostgreSQL and talking to a real one. */
const inWorkerdOnPostgres = (name: string, include: string[], postgresUrl: string) => ({
  ssr: { resolve: { conditions: ['postgres', 'workerd', 'worker', 'module', 'browser'] } },
  plugins: [
    cloudflareTest({
      wrangler: { configPath: './wrangler.toml', environment: 'postgres' },
      miniflare: { bindings: SETTINGS, hyperdrives: { PG: `${postgresUrl}/foyer` } },
    }),
  ],
  test: { name, include, ...timeouts },
})

export default defineConfig(async () => {
  const migrations = await readD1Migrations(path.join(import.meta.dirname, 'migrations/sqlite'))
  // Chosen here, because the Worker's configuration has to name it before the server runs.
  process.env.FOYER_TEST_POSTGRES ??= `postgres://foyer:foyer@127.0.0.1:${await freePort()}`
  const postgresUrl = process.env.FOYER_TEST_POSTGRES
  const browser = {
    globalSetup: ['./test/support/local-server.ts'],
    testTimeout: BROWSER_TIMEOUT_MS,
    hookTimeout: BROWSER_TIMEOUT_MS,
    expect: { poll: { timeout: POLL_TIMEOUT_MS } },
    fileParallelism: false,
  }
  return {
    test: {
      globalSetup: ['./test/support/postgres-server.ts'],
      projects: [
        inNode('architecture', ['test/architecture.test.ts']),
        inNode('rules', ['test/rules/**/*.test.ts']),
        inNode('providers', ['test/providers/**/*.test.ts']),
        inNode('web', ['test/web/**/*.test.ts']),
        onD1('db-d1', ['test/db/**/*.test.ts'], migrations),
        inNode('db-postgres', ['test/db/**/*.test.ts'], { env: { FOYER_TEST_POSTGRES: postgresUrl } }, ['postgres']),
        inWorkerd('worker', ['test/worker/**/*.test.ts', 'test/desk/**/*.test.ts'], migrations),
        inWorkerdOnPostgres('worker-postgres', ['test/worker/main-job.test.ts'], postgresUrl),
        inNode('e2e', ['test/e2e/**/*.test.ts'], browser),
      ],
    },
  }
})
