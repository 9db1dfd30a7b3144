import type { ReactNode } from 'react'
import type { Column } from '../../../../worker/features/views/rules/columns.ts'
import type { Listed } from '../../../../worker/features/views/rules/view.ts'

/** How the records of one kind look in a list: all else is the same for every kind. */
export type Face<Row extends { id: string }> = {
  record: Listed
  nameOf: (row: Row) => string
  /** The first cell, which leads to the record. */
  lead: (row: Row) => ReactNode
  cell: (row: Row, column: Column) => ReactNode
  /** The whole row on a phone. */
  card: (row: Row) => ReactNode
}
