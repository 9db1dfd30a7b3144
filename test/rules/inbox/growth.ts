import { expect } from 'vitest'

/** Times the input grows by, and the most that the time may: 16 would be quadratic. */
const TIMES = 4
const MOST = 10
/** Below this a measurement is noise. */
const NOISE_MS = 40
const LIMIT_MS = 1000
const ROUNDS = 3

async function fastest(run: () => unknown): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now()
    await run()
    times.push(performance.now() - started)
  }
  return Math.min(...times)
}

/** Four times the input must not take ten times as long, nor a second in all. */
export async function expectLinear<Input>(
  make: (size: number) => Input,
  run: (input: Input) => unknown,
  largeSize: number,
): Promise<void> {
  const small = make(Math.floor(largeSize / TIMES))
  const large = make(largeSize)
  const smallMs = await fastest(() => run(small))
  const largeMs = await fastest(() => run(large))
  // biome-ignore lint/suspicious/noConsole: the figures are wanted when asked for
  if (process.env.SHOW_GROWTH) console.log(expect.getState().currentTestName, smallMs.toFixed(1), largeMs.toFixed(1))
  expect(largeMs).toBeLessThan(LIMIT_MS)
  if (largeMs > NOISE_MS) expect(largeMs / smallMs).toBeLessThan(MOST)
}
