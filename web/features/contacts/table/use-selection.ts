import { useState } from 'react'

export type Selection = ReturnType<typeof useSelection>

/** Which rows are chosen; with Shift, all between the last that was clicked and this one. */
export function useSelection(rows: readonly { id: string }[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [last, setLast] = useState<string | null>(null)
  // What a change has taken out of the list is not chosen any more.
  const ids = rows.filter(({ id }) => chosen.has(id)).map(({ id }) => id)
  const toggle = (id: string, withRange: boolean) => {
    const range = withRange && last !== null ? between(rows, last, id) : [id]
    const next = new Set(ids)
    for (const each of range) {
      if (ids.includes(id)) next.delete(each)
      else next.add(each)
    }
    setChosen(next)
    setLast(id)
  }
  const isAll = ids.length > 0 && ids.length === rows.length
  const toggleAll = () => setChosen(isAll ? new Set() : new Set(rows.map(({ id }) => id)))
  return { ids, has: (id: string) => chosen.has(id), toggle, toggleAll, isAll, clear: () => setChosen(new Set()) }
}

function between(rows: readonly { id: string }[], one: string, other: string): string[] {
  const ids = rows.map(({ id }) => id)
  const [from = 0, to = 0] = [ids.indexOf(one), ids.indexOf(other)].sort((a, b) => a - b)
  return from < 0 ? [other] : ids.slice(from, to + 1)
}
