// What the commands of package.json share. Plain JavaScript without dependencies, on whatever Node the machine has:
// on a fresh clone nothing else is there yet.
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'

export const ROOT = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..')
const OLDEST_NODE = 20
const SECRETS_FILE = path.join(ROOT, '.dev.vars')

/** Ends the command with one sentence that says what to do. */
export function stop(sentence) {
  console.error(`\n${sentence}`)
  process.exit(1)
}

/** The tools' own Node stands first on the path, so that each of them runs on it whatever the machine has. */
export const environment = (more = {}) => ({
  ...process.env,
  PATH: [path.join(ROOT, 'node_modules/.bin'), path.join(ROOT, 'node_modules/node/bin'), process.env.PATH].join(
    path.delimiter,
  ),
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  WRANGLER_SEND_METRICS: 'false',
  X_LOCAL_OBSERVABILITY: 'false',
  ...more,
})

const NODE = path.join(ROOT, 'node_modules/node/bin/node')
const TOOLS = {
  wrangler: 'wrangler/bin/wrangler.js',
  vite: 'vite/bin/vite.js',
  vitest: 'vitest/vitest.mjs',
  biome: '@biomejs/biome/bin/biome',
  tsc: 'typescript/bin/tsc',
}
const scriptOf = (tool) => path.join(ROOT, 'node_modules', TOOLS[tool])

/** Runs a tool to its end. Where it fails, what it printed is shown, and `otherwise` ends the command. */
export function run(tool, args, { otherwise, quiet = false, env = {} }) {
  const stdio = quiet ? 'pipe' : 'inherit'
  const result = spawnSync(NODE, [scriptOf(tool), ...args], {
    cwd: ROOT,
    env: environment(env),
    stdio,
    encoding: 'utf8',
  })
  if (result.status === 0) return
  if (quiet) console.error(`${result.stdout ?? ''}${result.stderr ?? ''}`)
  stop(otherwise)
}

/** Starts a tool that keeps running, in a process group of its own, so that its children end with it. */
export const start = (tool, args, options = {}) =>
  spawn(NODE, [scriptOf(tool), ...args], {
    cwd: ROOT,
    detached: true,
    stdio: 'ignore',
    ...options,
    env: environment(options.env),
  })

/** Installs what the lock file names, when it is not there or the lock file has changed since. */
export function install() {
  const major = Number(process.versions.node.split('.')[0])
  if (major < OLDEST_NODE) stop(`Foyer needs Node.js ${OLDEST_NODE} or newer; this is ${process.versions.node}.`)
  const installed = path.join(ROOT, 'node_modules/.package-lock.json')
  const isFresh =
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(path.join(ROOT, 'package-lock.json')).mtimeMs
  if (isFresh && existsSync(NODE)) return
  console.log('Installing what the project needs …')
  const { status, error } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: ROOT, stdio: 'inherit' })
  if (error) stop('npm was not found. It comes with Node.js: https://nodejs.org')
  if (status !== 0) stop('The packages could not be installed; npm says why above.')
}

/** The local deployment's secret: made once, kept beside the data, never in the repository. */
export function secretKey() {
  if (!existsSync(SECRETS_FILE))
    writeFileSync(SECRETS_FILE, `SECRET_KEY=${randomBytes(32).toString('hex')}\n`, { mode: 0o600 })
  const line = /^SECRET_KEY=(\S+)$/m.exec(readFileSync(SECRETS_FILE, 'utf8'))
  if (!line)
    stop('The file .dev.vars holds no SECRET_KEY. Add one of at least 32 random characters, or remove the file.')
  return line[1]
}

export const isPortFree = (host, port) =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })

/** Waits until the address answers 200, or says within the time that it does not. */
export async function untilAnswers(address, withinMs) {
  for (const until = Date.now() + withinMs; Date.now() < until; ) {
    const answer = await fetch(address).catch(() => null)
    if (answer?.ok) return true
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return false
}
