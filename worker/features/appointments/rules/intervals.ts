/** A stretch of time in milliseconds that holds its start and not its end. */
export type Interval = { startsAt: number; endsAt: number }

/** The same time as sorted intervals of which no two overlap or touch; those that hold nothing are left out. */
export function merged(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter(({ startsAt, endsAt }) => startsAt < endsAt).sort((a, b) => a.startsAt - b.startsAt)
  const result: Interval[] = []
  for (const { startsAt, endsAt } of sorted) {
    const last = result.at(-1)
    if (last && startsAt <= last.endsAt) last.endsAt = Math.max(last.endsAt, endsAt)
    else result.push({ startsAt, endsAt })
  }
  return result
}

/** What of some merged intervals is left without others, also merged. */
export function without(intervals: readonly Interval[], taken: readonly Interval[]): Interval[] {
  const left: Interval[] = []
  let next = 0
  for (const { startsAt, endsAt } of intervals) {
    let from = startsAt
    for (let hole = taken[next]; hole && hole.startsAt < endsAt; hole = taken[next]) {
      if (from < hole.startsAt) left.push({ startsAt: from, endsAt: hole.startsAt })
      from = Math.max(from, hole.endsAt)
      // It may reach into the next interval as well.
      if (hole.endsAt > endsAt) break
      next += 1
    }
    if (from < endsAt) left.push({ startsAt: from, endsAt })
  }
  return left
}

/** The time that two lists of merged intervals share, merged. */
export function shared(some: readonly Interval[], others: readonly Interval[]): Interval[] {
  const both: Interval[] = []
  let [i, j] = [0, 0]
  for (let [a, b] = [some[0], others[0]]; a && b; [a, b] = [some[i], others[j]]) {
    const startsAt = Math.max(a.startsAt, b.startsAt)
    const endsAt = Math.min(a.endsAt, b.endsAt)
    if (startsAt < endsAt) both.push({ startsAt, endsAt })
    if (a.endsAt < b.endsAt) i += 1
    else j += 1
  }
  return both
}
