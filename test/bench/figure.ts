import { relativeSpread, type Spread, spreadOf } from './spread.ts'

export type Verdict = 'ok' | 'over' | 'too noisy'

/** A row of the table. Amounts are written out with their units; `ratio` is ours to the baseline, round by round. */
export type Figure = {
  what: string
  ours: string
  baseline: string
  ratio: Spread | null
  limit: string
  verdict: Verdict
  /** What else one should know, in sentences below the table. */
  notes: string[]
}

/** Measurements that differ so much say nothing about a limit. */
const TOO_WIDE = 0.4

/** Whether `value` keeps the limit; where it does not, `spread` may be too wide for anybody to tell. */
export function verdictOn(value: number, limit: number, spread: Spread | null): Verdict {
  if (value <= limit) return 'ok'
  return spread && relativeSpread(spread) > TOO_WIDE ? 'too noisy' : 'over'
}

/** The ratios of two rows of measurements that were made in turn. */
export const ratiosOf = (ours: readonly number[], baseline: readonly number[]): Spread =>
  spreadOf(ours.map((value, round) => value / (baseline[round] ?? Number.NaN)))

export const milliseconds = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`
export const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} KB`
