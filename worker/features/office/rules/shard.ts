/** The database with the fewest offices, the first of several. `counts` may leave out those that hold none. */
export function emptiestShard(counts: { shard: number; offices: number }[], shards: number): number {
  const held = Array.from({ length: shards }, (_, shard) => counts.find((count) => count.shard === shard)?.offices ?? 0)
  return held.indexOf(Math.min(...held))
}
