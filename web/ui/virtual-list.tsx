import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef } from 'react'
import classes from './virtual-list.module.css'

/** How many rows beyond the edge are kept, so that a quick scroll shows no gaps. */
const ROWS_BEYOND = 8

type Face<Row extends { id: string }> = {
  label: string
  rows: readonly Row[]
  rowHeight: number
  /** How many there are in all, where that is known: what a screen reader counts. */
  total?: number | undefined
  /** The id of the row that must be in sight. */
  inSight?: string | null | undefined
  onEnd?: (() => void) | undefined
  children: (row: Row) => ReactNode
}

/** A list that draws only the rows in sight, and asks for more when its end comes near. Rows are all of one height. */
export function VirtualList<Row extends { id: string }>(face: Face<Row>) {
  const { label, rows, rowHeight, total = rows.length, inSight, onEnd, children } = face
  const scroll = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    getItemKey: (at) => rows[at]?.id ?? at,
    overscan: ROWS_BEYOND,
  })
  const shown = virtual.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - ROWS_BEYOND) onEnd?.()
  }, [last, rows.length, onEnd])
  const at = inSight ? rows.findIndex((row) => row.id === inSight) : -1
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' })
  }, [at, virtual])

  return (
    <div ref={scroll} className={classes.scroll}>
      <ul className={classes.all} style={{ height: virtual.getTotalSize() }} aria-label={label}>
        {shown.map(({ index, start, key }) => {
          const row = rows[index]
          return row ? (
            <li
              key={key}
              aria-posinset={index + 1}
              aria-setsize={total}
              className={classes.row}
              style={{ height: rowHeight, transform: `translateY(${start}px)` }}
            >
              {children(row)}
            </li>
          ) : null
        })}
      </ul>
    </div>
  )
}
