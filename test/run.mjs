// `npm test` (all), `npm run test:fast` (under a minute), `npm run check` (no tests): one order, nothing skipped.
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { install, run, start, stop } from '../worker/local/tools.mjs'

const scope = process.argv[2] ?? 'all'
const REPORT = path.join(tmpdir(), `foyer-tests-${process.pid}.json`)
const FAST_PROJECTS = ['architecture', 'rules', 'providers', 'web', 'db-d1']

install()
check()
if (scope === 'check') process.exit(0)
if (scope === 'all') build()
process.exit(await test())

function check() {
  step('format and lint', 'biome', ['check', '--error-on-warnings', '.'])
  step('types of the Worker on D1', 'tsc', ['-p', 'tsconfig.json'])
  step('types of the Worker on Postgres', 'tsc', ['-p', 'tsconfig.postgres.json'])
  step('types of the web app', 'tsc', ['-p', 'tsconfig.web.json'])
}

function build() {
  step('build', 'vite', ['build', '--logLevel', 'warn'])
  step('deployment, up to the upload', 'wrangler', ['deploy', '--dry-run', '--config', 'dist/foyer/wrangler.json'])
}

function step(what, tool, args) {
  console.log(`\n── ${what}`)
  run(tool, args, { otherwise: `Failed: ${what}.` })
}

/** Runs the test runner and closes with its own count, whatever the reporter printed before. */
async function test() {
  const projects = scope === 'fast' ? FAST_PROJECTS.flatMap((name) => ['--project', name]) : []
  const args = [
    'run',
    ...projects,
    ...process.argv.slice(3),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${REPORT}`,
  ]
  // The browser tests serve what the step before has built.
  const env = scope === 'all' ? { FOYER_BUILT: '1' } : {}
  const runner = start('vitest', args, { stdio: 'inherit', detached: false, env })
  const code = await new Promise((resolve) => runner.on('exit', (status) => resolve(status ?? 1)))
  const report = JSON.parse(readFileSync(REPORT, 'utf8'))
  const { numPassedTests, numFailedTests, numPendingTests, numTotalTests } = report
  rmSync(REPORT)
  if (numPendingTests > 0) stop(`${numPendingTests} tests did not run.`)
  if (numTotalTests === 0) stop('No test ran.')
  console.log(`\n${numPassedTests} passed, ${numFailedTests} failed`)
  // The runner's exit code has been 0 with tests that failed; its report says both, and either fails the run.
  return code === 0 && report.success && numFailedTests === 0 ? 0 : 1
}
