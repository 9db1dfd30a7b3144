import type { ReactNode } from 'react'
import { sentenceOf } from '../../problem.ts'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Problem } from '../../ui/problem.tsx'
import { RunningChanges } from './bulk/running-changes.tsx'
import { ListTable } from './table/list-table.tsx'
import type { FaceWithRow } from './table/table-row.tsx'
import type { Selection } from './table/use-selection.ts'
import { TableTools } from './table-tools.tsx'
import type { ViewState } from './use-view.ts'

type Props<Row extends { id: string }> = {
  face: FaceWithRow<Row>
  state: ViewState
  text: string
  list: {
    rows: readonly Row[] | null
    total: number | undefined
    error: unknown
    refetch: () => unknown
    more: () => void
  }
  bulk: (selection: Selection) => ReactNode
  /** What else stands beside the conditions, where the head of the screen has no room for it. */
  tools?: ReactNode
  /** What stands there where the list finds nothing. */
  empty: (isFiltered: boolean) => ReactNode
}

/** A list of records with what narrows it, its rows, and what is under way in it. */
export function ListPane<Row extends { id: string }>({ face, state, text, list, bulk, empty, tools }: Props<Row>) {
  const { rows, total, error, refetch, more } = list
  return (
    <>
      <TableTools state={state}>{tools}</TableTools>
      {rows && rows.length > 0 && <ListTable {...{ face, state, text, rows, total, bulk }} onEnd={more} />}
      {rows?.length === 0 && empty(isNarrowed(text, state))}
      {!rows && !error && <LoadingRows count={8} />}
      {!rows && Boolean(error) && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
      <RunningChanges record={face.record} />
    </>
  )
}

/** Whether the list may leave something out. */
export const isNarrowed = (text: string, { view }: ViewState) => text !== '' || view.filter.groups.length > 0

/** Where a view is read as a file; `file` is the name of the list: `deals.csv`. */
export const fileOf = (file: string, text: string, { view }: ViewState) =>
  `/files/${file}?${new URLSearchParams({ text, view: JSON.stringify(view) })}`
