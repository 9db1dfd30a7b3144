import { expect } from 'vitest'

/** Times the input grows by, and the most that the time may: 16 would be quadratic. */
const TIMES = 4
const MOST = 10
/** Below this a measurement is noise. */
const NOISE_MS = 40
const LIMIT_MS = 1000
const ROUNDS = 2
/** A busy machine may spoil a measurement; what grows too fast grows too fast every time. */
const ATTEMPTS = 4

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
  const measured: string[] = []
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const smallMs = await fastest(() => run(small))
    const largeMs = await fastest(() => run(large))
    if (largeMs < LIMIT_MS && (largeMs < NOISE_MS || largeMs / smallMs < MOST)) return
    measured.push(`${smallMs.toFixed(1)} ms became ${largeMs.toFixed(1)} ms`)
  }
  expect.fail(`Four times the input took too long: ${measured.join(', ')}`)
}
