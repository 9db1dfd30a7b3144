import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { run } from '../../../worker/local/tools.mjs'
import { type Figure, milliseconds, verdictOn } from '../figure.ts'
import type { Product } from '../product.ts'
import { median, spreadOf } from '../spread.ts'

const ROUNDS = 3
const LIMIT_MS = 300

/** The CPU time of starting the Worker, sampled by workerd's own profiler under `wrangler check startup`. */
export async function startUp(product: Product): Promise<Figure[]> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'foyer-start-up-'))
  const bare = emptyWorker(path.join(scratch, 'empty'))
  const ours = Array.from({ length: ROUNDS }, () => startUpMs(product.config, scratch))
  const baseline = startUpMs(bare, scratch)
  rmSync(scratch, { recursive: true })
  return [
    {
      what: 'start-up of the Worker, CPU',
      ours: milliseconds(median(ours)),
      baseline: `${milliseconds(baseline)} (an empty Worker)`,
      ratio: null,
      limit: milliseconds(LIMIT_MS),
      verdict: verdictOn(median(ours), LIMIT_MS, spreadOf(ours)),
      notes: ['what the profiler of `wrangler check startup` saw at work, which is everything but idling.'],
    },
  ]
}

function emptyWorker(folder: string): string {
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'index.js'), 'export default { fetch: () => new Response() }')
  const config = path.join(folder, 'wrangler.json')
  writeFileSync(config, JSON.stringify({ name: 'empty', main: 'index.js', compatibility_date: '2026-08-15' }))
  return config
}

/** The parts of a V8 CPU profile that tell how long what ran. Times are in microseconds. */
const Profile = z.object({
  nodes: z.array(z.object({ id: z.number(), callFrame: z.object({ functionName: z.string() }) })),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
})

function startUpMs(config: string, scratch: string): number {
  const outfile = path.join(scratch, 'start-up.cpuprofile')
  run('wrangler', ['check', 'startup', '--outfile', outfile, `--args=--config ${config}`], {
    otherwise: 'The start of the Worker could not be profiled, as said above.',
    quiet: true,
  })
  const { nodes, samples, timeDeltas } = Profile.parse(JSON.parse(readFileSync(outfile, 'utf8')))
  const idle = new Set(nodes.filter(({ callFrame }) => callFrame.functionName === '(idle)').map(({ id }) => id))
  // A sample's delta is the time before it; what it saw lasted until the next.
  const active = samples.map((id, i) => (idle.has(id) ? 0 : (timeDeltas[i + 1] ?? 0)))
  return active.reduce((sum, microseconds) => sum + microseconds, 0) / 1000
}
