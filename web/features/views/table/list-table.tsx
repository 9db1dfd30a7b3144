import { useMediaQuery } from '@mantine/hooks'
import { type ReactNode, useCallback, useRef } from 'react'
import { soundView } from '../../../../worker/features/views/rules/columns.ts'
import { VirtualList } from '../../../ui/virtual-list.tsx'
import { useOffice } from '../../office/use-office.ts'
import { useListWords } from '../use-list-words.ts'
import type { ViewState } from '../use-view.ts'
import classes from './table.module.css'
import { TableHead } from './table-head.tsx'
import type { FaceWithRow } from './table-row.tsx'
import { type Selection, useSelection } from './use-selection.ts'

/** In pixels; the virtual list relies on them. */
const CARD_HEIGHT = 56
const TABLE_ROW_HEIGHT = 44
const COLUMN_WIDTH = 150
const NAME_WIDTH = 200

type Props<Row extends { id: string }> = {
  face: FaceWithRow<Row>
  state: ViewState
  text: string
  rows: readonly Row[]
  total: number | undefined
  onEnd: () => void
  /** What can be done with the chosen rows. */
  bulk: (selection: Selection) => ReactNode
}

/** Records as a table with the columns of the view; on a phone, as cards that lead to each. */
export function ListTable<Row extends { id: string }>(props: Props<Row>) {
  const isNarrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
  const { face, rows, total, onEnd } = props
  const { many } = useListWords(face.record)
  if (isNarrow)
    return (
      <VirtualList label={many} rows={rows} total={total} onEnd={onEnd} rowHeight={CARD_HEIGHT}>
        {face.card}
      </VirtualList>
    )
  return <WideTable {...props} />
}

function WideTable<Row extends { id: string }>({ face, state, text, rows, total, onEnd, bulk }: Props<Row>) {
  const { TableRow, record } = face
  const { many } = useListWords(record)
  const { view, columns, change } = state
  const { mayChange } = useOffice()
  const selection = useSelection(rows, { text, view }, total)
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
          <VirtualList label={many} rows={rows} total={total} onEnd={onEnd} rowHeight={TABLE_ROW_HEIGHT}>
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
      {selection.count > 0 && bulk(selection)}
    </>
  )
}
