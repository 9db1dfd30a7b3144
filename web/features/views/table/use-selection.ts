import { useState } from 'react'
import type { View } from '../../../../worker/features/views/rules/view.ts'

export type Asked = { text: string; view: View }
export type Selection = ReturnType<typeof useSelection>
/** Which records a change is for: those with these ids, or all that the list finds. */
export type Which = { ids: string[] } | { all: Asked }

/**
 * Which rows are chosen; with Shift, all between the last that was clicked and this one. Once all that are loaded are
 * chosen, all that the list finds can be: until a row is clicked or another list is asked for.
 */
export function useSelection(rows: readonly { id: string }[], asked: Asked, total: number | undefined) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [last, setLast] = useState<string | null>(null)
  const [everythingOf, setEverythingOf] = useState<string | null>(null)
  const list = JSON.stringify([asked.text, asked.view.filter])
  const isEverything = everythingOf === list
  const become = (next: ReadonlySet<string>) => {
    setChosen(next)
    setEverythingOf(null)
  }
  // What a change has taken out of the list is not chosen any more.
  const ids = isEverything ? rows.map(({ id }) => id) : rows.filter(({ id }) => chosen.has(id)).map(({ id }) => id)
  const toggle = (id: string, withRange: boolean) => {
    const range = withRange && last !== null ? between(rows, last, id) : [id]
    const next = new Set(ids)
    for (const each of range) {
      if (ids.includes(id)) next.delete(each)
      else next.add(each)
    }
    become(next)
    setLast(id)
  }
  const isAll = ids.length > 0 && ids.length === rows.length
  const which: Which = isEverything ? { all: asked } : { ids }
  return {
    ...{ which, isAll, isEverything, toggle },
    count: isEverything ? (total ?? ids.length) : ids.length,
    /** How many there are in all, where that is more than can be chosen one by one. */
    more: isAll && !isEverything && total !== undefined && total > ids.length ? total : null,
    has: (id: string) => isEverything || chosen.has(id),
    toggleAll: () => become(isAll ? new Set() : new Set(rows.map(({ id }) => id))),
    chooseEverything: () => setEverythingOf(list),
    clear: () => become(new Set()),
  }
}

function between(rows: readonly { id: string }[], one: string, other: string): string[] {
  const ids = rows.map(({ id }) => id)
  const [from = 0, to = 0] = [ids.indexOf(one), ids.indexOf(other)].sort((a, b) => a - b)
  return from < 0 ? [other] : ids.slice(from, to + 1)
}
