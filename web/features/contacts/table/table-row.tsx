import { Checkbox } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type MouseEvent, memo } from 'react'
import type { Column } from '../../../../worker/features/views/rules/columns.ts'
import { Monogram } from '../../../ui/monogram.tsx'
import { Cell } from './cell.tsx'
import classes from './table.module.css'
import type { TableRow as Row } from './use-table.ts'

type Face = {
  row: Row
  columns: readonly Column[]
  template: string
  isChosen: boolean
  mayChange: boolean
  onToggle: (id: string, withRange: boolean) => void
}

/** A contact in the table; drawn anew only when something of its own changed. */
export const TableRow = memo(function TableRow({ row, columns, template, isChosen, mayChange, onToggle }: Face) {
  const toggle = (event: MouseEvent<HTMLInputElement>) => onToggle(row.id, event.shiftKey)
  return (
    <div className={classes.row} style={{ gridTemplateColumns: template }} data-chosen={isChosen || undefined}>
      {mayChange && (
        <Checkbox size="xs" aria-label={`Choose ${row.name}`} checked={isChosen} onChange={() => {}} onClick={toggle} />
      )}
      <Link to="/contacts/$contactId" params={{ contactId: row.id }} className={classes.name}>
        <Monogram name={row.name} size={26} />
        <span>{row.name}</span>
      </Link>
      {columns.slice(1).map((column) => (
        <div key={column.id} className={classes.cell}>
          <Cell row={row} column={column} />
        </div>
      ))}
    </div>
  )
})
