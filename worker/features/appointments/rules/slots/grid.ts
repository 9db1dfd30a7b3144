import { MINUTE_MS } from '../../../../kernel/time.ts'
import type { Interval } from '../intervals.ts'
import { wallAt } from '../time/to-instant.ts'

const UNITS_IN_MINUTES = [60, 30, 20, 15, 10, 5]

/** The minutes of the hour, as milliseconds, on whose multiples appointments start that may start every so many minutes. */
export const unitOf = (everyMinutes: number): number =>
  (UNITS_IN_MINUTES.find((unit) => everyMinutes % unit === 0) ?? 1) * MINUTE_MS

/** The first instant not before another at which the clocks of a zone show a multiple of a unit. */
export function alignedFrom(timeZone: string, at: number, unit: number): number {
  let aligned = at
  // Twice where the clocks change on the way by half an hour.
  for (let past = pastUnit(timeZone, at, unit); past > 0; past = pastUnit(timeZone, aligned, unit))
    aligned += unit - past
  return aligned
}

const pastUnit = (timeZone: string, at: number, unit: number) => ((wallAt(timeZone, at) % unit) + unit) % unit

export type Grid = { timeZone: string; unit: number; every: number; length: number; notBefore: number }

/**
 * Where appointments may start in a free window: first at a multiple of the unit, then every so often, always on a
 * multiple. Only those within `range` are returned, which does not move them.
 */
export function startsIn(window: Interval, range: Interval, grid: Grid): number[] {
  const starts: number[] = []
  const latest = Math.min(window.endsAt - grid.length, range.endsAt - 1)
  const align = (at: number) => alignedFrom(grid.timeZone, at, grid.unit)
  if (latest < range.startsAt) return starts
  for (let at = align(Math.max(window.startsAt, grid.notBefore)); at <= latest; at = align(at + grid.every)) {
    if (at >= range.startsAt) starts.push(at)
  }
  return starts
}
