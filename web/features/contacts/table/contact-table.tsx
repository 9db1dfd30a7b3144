import { useMediaQuery } from '@mantine/hooks'
import { useCallback, useRef } from 'react'
import { soundView } from '../../../../worker/features/views/rules/columns.ts'
import { VirtualList } from '../../../ui/virtual-list.tsx'
import { useOffice } from '../../office/use-office.ts'
import { useWords } from '../../office/use-words.ts'
import { CONTACT_ROW_HEIGHT, ContactRow } from '../contact-row.tsx'
import { BulkBar } from './bulk-bar.tsx'
import classes from './table.module.css'
import { TableHead } from './table-head.tsx'
import { TableRow } from './table-row.tsx'
import { useSelection } from './use-selection.ts'
import type { TableRow as Row } from './use-table.ts'
import type { ViewState } from './use-view.ts'

/** In pixels; the virtual list relies on it. */
const TABLE_ROW_HEIGHT = 44
const COLUMN_WIDTH = 150
const NAME_WIDTH = 200

type Face = { state: ViewState; rows: readonly Row[]; total: number | undefined; onEnd: () => void }

/** The contacts as a table with the columns of the view; on a phone, as cards that lead to each. */
export function ContactTable({ state, rows, total, onEnd }: Face) {
  const isNarrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
  const words = useWords()
  const list = { label: words.many, rows, total, onEnd }
  if (isNarrow)
    return (
      <VirtualList {...list} rowHeight={CONTACT_ROW_HEIGHT}>
        {(row) => <ContactRow row={row} />}
      </VirtualList>
    )
  return <WideTable state={state} list={list} />
}

type WideFace = {
  state: ViewState
  list: { label: string; rows: readonly Row[]; total: number | undefined; onEnd: () => void }
}

function WideTable({ state: { view, columns, change }, list }: WideFace) {
  const { mayChange } = useOffice()
  const selection = useSelection(list.rows)
  const toggle = useRef(selection.toggle)
  toggle.current = selection.toggle
  const onToggle = useCallback((id: string, withRange: boolean) => toggle.current(id, withRange), [])
  const { columns: ids, sort } = soundView(view, columns)
  const shown = ids.flatMap((id) => columns.filter((column) => column.id === id))
  const others = shown.slice(1).map(() => `minmax(${COLUMN_WIDTH}px, 1fr)`)
  const template = [...(mayChange ? ['20px'] : []), `minmax(${NAME_WIDTH}px, 1.3fr)`, ...others].join(' ')
  const minWidth = NAME_WIDTH + (COLUMN_WIDTH + 12) * others.length + 72
  const head = { columns: shown, template, sort, selection: mayChange ? selection : null }
  return (
    <>
      <div className={classes.table} data-sideways>
        <div className={classes.inner} style={{ minWidth }}>
          <TableHead {...head} onSort={(next) => change({ sort: next })} />
          <VirtualList {...list} rowHeight={TABLE_ROW_HEIGHT}>
            {(row) => (
              <TableRow
                row={row}
                columns={shown}
                template={template}
                mayChange={mayChange}
                isChosen={selection.has(row.id)}
                onToggle={onToggle}
              />
            )}
          </VirtualList>
        </div>
      </div>
      {selection.ids.length > 0 && <BulkBar selection={selection} columns={columns} />}
    </>
  )
}
