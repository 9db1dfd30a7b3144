/** The row after or before the open one; without an open one the first. Undefined at the ends. */
export function neighbour<Row extends { id: string }>(
  rows: readonly Row[],
  openId: string | null,
  by: 1 | -1,
): Row | undefined {
  const at = rows.findIndex(({ id }) => id === openId)
  if (at < 0) return rows[0]
  return at + by < 0 ? undefined : rows[at + by]
}
