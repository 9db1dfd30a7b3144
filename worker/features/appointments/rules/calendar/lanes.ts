import type { Stretch } from './day-grid.ts'

/** Which of how many lanes, counted from the left, something has, and how many of them it is wide. */
export type Lane = { lane: number; lanes: number; span: number }

/**
 * What overlaps stands side by side: each takes the first lane that is free, all that touch one another share their
 * width, and whatever has nobody to its right grows there. The answer is in the order of the question.
 */
export function lanesOf(stretches: readonly Stretch[]): Lane[] {
  const order = stretches.map((stretch, index) => ({ ...stretch, index }))
  order.sort((a, b) => a.from - b.from || b.until - a.until || a.index - b.index)
  const result = stretches.map((): Lane => ({ lane: 0, lanes: 1, span: 1 }))
  let cluster: typeof order = []
  let clusterEnds = Number.NEGATIVE_INFINITY
  for (const each of order) {
    if (each.from >= clusterEnds) {
      place(cluster, result)
      cluster = []
      clusterEnds = Number.NEGATIVE_INFINITY
    }
    cluster.push(each)
    clusterEnds = Math.max(clusterEnds, each.until)
  }
  place(cluster, result)
  return result
}

/** Lanes for stretches that hang together, sorted by their start. */
function place(cluster: readonly (Stretch & { index: number })[], result: Lane[]): void {
  const lanes: (Stretch & { index: number })[][] = []
  const laneOf = new Map<number, number>()
  for (const each of cluster) {
    const free = lanes.findIndex((lane) => (lane.at(-1)?.until ?? 0) <= each.from)
    const at = free < 0 ? lanes.length : free
    if (free < 0) lanes.push([])
    lanes[at]?.push(each)
    laneOf.set(each.index, at)
  }
  for (const { index, from, until } of cluster) {
    const lane = laneOf.get(index) ?? 0
    const blocked = lanes.findIndex(
      (others, at) => at > lane && others.some((other) => other.from < until && from < other.until),
    )
    result[index] = { lane, lanes: lanes.length, span: (blocked < 0 ? lanes.length : blocked) - lane }
  }
}
