import { closeSync, cpSync, existsSync, mkdtempSync, openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { inject } from 'vitest'
import { start, untilAnswers } from '../../worker/local/tools.mjs'
import { freePort } from './free-port.ts'

const HOST = '127.0.0.1'
const START_WITHIN_MS = 60_000
const SECRET_KEY = 'only-for-tests-0123456789abcdef-0123456789'

/** The built product, served as on the developer's machine but for its own port and data. */
export type RunningServer = {
  url: string
  port: number
  /** The folder of its data; another server may be started on it afterwards. */
  state: string
  /** Ends the server and everything it started, in the middle of whatever they do. */
  kill: () => Promise<void>
  /** Asks the server to end. */
  stop: () => Promise<void>
  /** Does what the cron of a deployment does. */
  sweep: () => Promise<void>
}

/** A folder with migrated, empty databases. */
function emptyState(): string {
  const product = inject('product')
  const state = mkdtempSync(path.join(product.scratch, 'state-'))
  cpSync(product.emptyState, state, { recursive: true })
  return state
}

/** Starts a server and waits until it is healthy. Where it does not become so, the error holds what it printed. */
export async function startServer(where: { state?: string; port?: number } = {}): Promise<RunningServer> {
  const { dist, scratch } = inject('product')
  const { state = emptyState(), port = await freePort() } = where
  const url = `http://${HOST}:${port}`
  const logFile = path.join(state, 'server.log')
  const log = openSync(logFile, 'a')
  const child = start('wrangler', argumentsFor({ dist, state, url }), {
    stdio: ['ignore', log, log],
    env: { WRANGLER_REGISTRY_PATH: path.join(scratch, 'registry'), WRANGLER_LOG_PATH: path.join(scratch, 'logs') },
  })
  closeSync(log)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const end = async (signal: NodeJS.Signals) => {
    if (child.pid && isRunning(child.pid)) process.kill(-child.pid, signal)
    await ended
    await untilGone(child.pid)
  }
  if (!(await Promise.race([untilAnswers(`${url}/health`, START_WITHIN_MS), ended.then(() => false)]))) {
    await end('SIGKILL')
    throw new Error(`The server did not start.\n${existsSync(logFile) ? readFileSync(logFile, 'utf8') : ''}`)
  }
  return { url, port, state, kill: () => end('SIGKILL'), stop: () => end('SIGTERM'), sweep: () => sweep(url) }
}

function argumentsFor({ dist, state, url }: { dist: string; state: string; url: string }): string[] {
  const { port } = new URL(url)
  const settings = { SECRET_KEY, PUBLIC_URL: url, LOCAL_CALENDARS: 'yes' }
  return [
    ...['dev', '--config', path.join(dist, 'foyer/wrangler.json'), '--persist-to', state],
    ...['--ip', HOST, '--port', String(port), '--inspector-port', '0'],
    ...Object.entries(settings).flatMap(([name, value]) => ['--var', `${name}:${value}`]),
    ...['--log-level', 'warn', '--show-interactive-dev-session=false'],
  ]
}

async function sweep(url: string) {
  const answer = await fetch(`${url}/cdn-cgi/local/scheduled?cron=*/5+*+*+*+*`)
  if (!answer.ok) throw new Error(`The sweep failed: ${answer.status} ${await answer.text()}`)
}

/** Whether a process of the group is still there. */
function isRunning(group: number): boolean {
  try {
    return process.kill(-group, 0)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false
    throw error
  }
}

const PAUSE_MS = 20

/** The first process of a group may end before its children do. */
async function untilGone(group: number | undefined) {
  while (group && isRunning(group)) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
}
