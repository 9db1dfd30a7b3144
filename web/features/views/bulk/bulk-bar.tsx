import { ActionIcon, Button } from '@mantine/core'
import { IconTrash, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Column } from '../../../../worker/features/views/rules/columns.ts'
import classes from '../table/table.module.css'
import type { Selection } from '../table/use-selection.ts'
import { ValueButton } from './value-button.tsx'

type Props<Name extends string> = {
  /** What is chosen: “contacts”. */
  many: string
  selection: Selection
  columns: readonly Column[]
  /** The name under which a column is written into many at once; nothing where it is not. */
  writtenAs: (column: Column) => Name | null
  onValue: (column: Name, typed: string) => void
  onDiscard: () => void
  pending: boolean
  /** What can be done with this kind alone. */
  children?: ReactNode
}

const counted = new Intl.NumberFormat('en')

/** What can be done with all that are chosen; each is one step with one undo. */
export function BulkBar<Name extends string>(props: Props<Name>) {
  const { many, selection, columns, writtenAs, onValue, onDiscard, pending, children } = props
  const { count, more, isEverything, chooseEverything, clear } = selection
  return (
    <section className={classes.bulk} aria-label={`Chosen ${many}`}>
      <b>{isEverything ? `All ${counted.format(count)} chosen` : `${counted.format(count)} chosen`}</b>
      {more !== null && (
        <Button size="compact-sm" variant="subtle" onClick={chooseEverything}>
          Select all {counted.format(more)}
        </Button>
      )}
      {children}
      <ValueButton columns={columns} writtenAs={writtenAs} onValue={onValue} />
      <Button
        size="compact-sm"
        variant="default"
        loading={pending}
        leftSection={<IconTrash size={14} />}
        onClick={onDiscard}
      >
        Delete
      </Button>
      <ActionIcon className={classes.end ?? ''} aria-label="Choose nothing" onClick={clear}>
        <IconX size={16} />
      </ActionIcon>
    </section>
  )
}
