import path from 'node:path'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

const TEST_TIMEOUT_MS = 30_000
const SETUP_TIMEOUT_MS = 60_000
const timeouts = { testTimeout: TEST_TIMEOUT_MS, hookTimeout: SETUP_TIMEOUT_MS }

/** Tests that need no Worker run in Node; `conditions` choose the dialect. */
const inNode = (name: string, include: string[], conditions: string[] = []) => ({
  ssr: { resolve: { conditions: [...conditions, 'node', 'import', 'module', 'default'] } },
  test: { name, include, ...timeouts },
})

/** Tests of the Worker as it runs: in workerd, with D1, R2, queues and the desk. */
const inWorkerd = (name: string, include: string[], migrations: Awaited<ReturnType<typeof readD1Migrations>>) => ({
  plugins: [
    cloudflareTest({
      wrangler: { configPath: './wrangler.toml' },
      miniflare: {
        bindings: {
          TEST_MIGRATIONS: migrations,
          STAGE: 'test',
          SECRET_KEY: 'only-for-tests-0123456789abcdef-0123456789',
        },
      },
    }),
  ],
  test: { name, include, setupFiles: ['./test/support/apply-migrations.ts'], ...timeouts },
})

export default defineConfig(async () => {
  const migrations = await readD1Migrations(path.join(import.meta.dirname, 'migrations/sqlite'))
  return {
    test: {
      projects: [
        inNode('rules', ['test/rules/**/*.test.ts']),
        inNode('providers', ['test/providers/**/*.test.ts']),
        inWorkerd('db-d1', ['test/db/**/*.test.ts'], migrations),
        inWorkerd('worker', ['test/worker/**/*.test.ts', 'test/desk/**/*.test.ts'], migrations),
      ],
    },
  }
})
