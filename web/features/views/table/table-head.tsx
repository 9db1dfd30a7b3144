import { Checkbox } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { type Column, canSortBy } from '../../../../worker/features/views/rules/columns.ts'
import type { Sort } from '../../../../worker/features/views/rules/view.ts'
import classes from './table.module.css'
import type { Selection } from './use-selection.ts'

type Face = {
  columns: readonly Column[]
  template: string
  sort: Sort | null
  selection: Selection | null
  onSort: (sort: Sort | null) => void
}

/** The names of the columns; a click sorts by one, the next turns it round, a third goes back to the names. */
export function TableHead({ columns, template, sort, selection, onSort }: Face) {
  const next = (column: string) => {
    if (sort?.column !== column) return onSort({ column, descending: false })
    onSort(sort.descending ? null : { column, descending: true })
  }
  return (
    <div className={classes.head} style={{ gridTemplateColumns: template }}>
      {selection && (
        <Checkbox
          size="xs"
          aria-label="Choose all that are shown"
          checked={selection.isAll}
          indeterminate={selection.count > 0 && !selection.isAll}
          onChange={selection.toggleAll}
        />
      )}
      {columns.map((column) =>
        canSortBy(column) ? (
          <button key={column.id} type="button" className={classes.sort} onClick={() => next(column.id)}>
            {column.label}
            {sort?.column === column.id &&
              (sort.descending ? (
                <IconArrowDown size={13} aria-label="sorted down" />
              ) : (
                <IconArrowUp size={13} aria-label="sorted up" />
              ))}
          </button>
        ) : (
          <span key={column.id} className={classes.sort}>
            {column.label}
          </span>
        ),
      )}
    </div>
  )
}
