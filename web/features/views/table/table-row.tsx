import { Checkbox } from '@mantine/core'
import { type MouseEvent, memo } from 'react'
import type { Column } from '../../../../worker/features/views/rules/columns.ts'
import type { Face } from './face.ts'
import classes from './table.module.css'

type Props<Row> = {
  row: Row
  columns: readonly Column[]
  template: string
  isChosen: boolean
  mayChange: boolean
  onToggle: (id: string, withRange: boolean) => void
}

/** A face with the row that is drawn by it: anew only when something of its own changed. */
export const withRow = <Row extends { id: string }>(face: Face<Row>) => ({ ...face, TableRow: rowOf(face) })
export type FaceWithRow<Row extends { id: string }> = ReturnType<typeof withRow<Row>>

const rowOf = <Row extends { id: string }>({ nameOf, lead, cell }: Face<Row>) =>
  memo(function TableRow({ row, columns, template, isChosen, mayChange, onToggle }: Props<Row>) {
    const toggle = (event: MouseEvent<HTMLInputElement>) => onToggle(row.id, event.shiftKey)
    return (
      <div className={classes.row} style={{ gridTemplateColumns: template }} data-chosen={isChosen || undefined}>
        {mayChange && (
          <Checkbox
            size="xs"
            aria-label={`Choose ${nameOf(row)}`}
            checked={isChosen}
            onChange={() => {}}
            onClick={toggle}
          />
        )}
        {lead(row)}
        {columns.slice(1).map((column) => (
          <div key={column.id} className={classes.cell}>
            {cell(row, column)}
          </div>
        ))}
      </div>
    )
  })
