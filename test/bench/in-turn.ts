import { processorTimeMs } from './processor-time.ts'

/** Something a server does for a request: asks once, checks the answer, and tells how many pieces of work that was. */
export type Side = {
  pid: number
  /** Who else works for it, and how long they have so far, in milliseconds. */
  helpersMs?: () => number
  ask: () => Promise<number>
}

/** Processor time of the server per piece of work in milliseconds, one value a round. */
export type InTurn = { ours: number[]; baseline: number[] }

const ROUNDS = 12
const SLICE_MS = 1000
const WARM_UP_MS = 2000
const AT_A_TIME = 8

/**
 * Measures two servers in turn, a second each, so that whatever else the machine does befalls both alike. Counts the
 * processor time that they used and not the time that passed, because the machine is shared.
 */
export async function inTurn(sides: { ours: Side; baseline: Side }, rounds = ROUNDS): Promise<InTurn> {
  const measured: InTurn = { ours: [], baseline: [] }
  await slice(sides.baseline, WARM_UP_MS)
  await slice(sides.ours, WARM_UP_MS)
  for (let round = 0; round < rounds; round += 1) {
    // Who comes first changes, so that neither always follows the other.
    const order = round % 2 === 0 ? (['ours', 'baseline'] as const) : (['baseline', 'ours'] as const)
    for (const name of order) measured[name].push(await slice(sides[name], SLICE_MS))
  }
  return measured
}

const spentMs = ({ pid, helpersMs }: Side) => processorTimeMs(pid) + (helpersMs?.() ?? 0)

async function slice(side: Side, lengthMs: number): Promise<number> {
  const before = spentMs(side)
  const until = performance.now() + lengthMs
  let done = 0
  const line = async () => {
    while (performance.now() < until) {
      // Not in one statement with the sum, which would be read before the wait and so lose what others added meanwhile.
      const pieces = await side.ask()
      done += pieces
    }
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, line))
  return (spentMs(side) - before) / done
}
