import { ActionIcon } from '@mantine/core'
import { IconBriefcase2, IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { Column } from '../../../../worker/features/views/rules/columns.ts'
import { FIELD_PREFIX } from '../../../../worker/kernel/columns.ts'
import { trpc } from '../../../api.ts'
import { Empty } from '../../../ui/empty.tsx'
import { BulkBar } from '../../views/bulk/bulk-bar.tsx'
import { useBulkSteps } from '../../views/bulk/use-bulk-steps.ts'
import { FindField, useFind } from '../../views/find-field.tsx'
import { fileOf, ListPane } from '../../views/list-pane.tsx'
import type { Selection } from '../../views/table/use-selection.ts'
import { useView } from '../../views/use-view.ts'
import { DEAL_FACE } from './deal-face.tsx'
import { useDealRows } from './use-deal-rows.ts'

/** The deals of all pipelines as a table. */
export function DealTable() {
  const { text, ...find } = useFind()
  const state = useView('deal')
  const list = useDealRows({ text, view: state.view })
  const tools = (
    <>
      <FindField label="Filter deals" {...find} />
      <ActionIcon
        component="a"
        href={fileOf('deals.csv', text, state)}
        download
        aria-label="These deals as a table (CSV)"
      >
        <IconDownload size={18} />
      </ActionIcon>
    </>
  )
  return (
    <ListPane
      {...{ face: DEAL_FACE, state, text, list, tools }}
      bulk={(selection) => <DealBulk selection={selection} columns={state.columns} />}
      empty={(isFiltered) => (
        <Empty icon={<IconBriefcase2 size={20} />} title={isFiltered ? 'No deal found' : 'No deals yet'}>
          {isFiltered
            ? 'Try another part of the title or of the contact’s name, or take a condition away.'
            : 'Work that may become income stands here: add it yourself, or let the assistant find it in your mail.'}
        </Empty>
      )}
    />
  )
}

function writtenAs({ id }: Column): string | null {
  if (id.startsWith(FIELD_PREFIX)) return `fields.${id.slice(FIELD_PREFIX.length)}`
  return id === 'stageId' || id === 'ownerId' || id === 'expectedOn' ? id : null
}

function DealBulk({ selection, columns }: { selection: Selection; columns: readonly Column[] }) {
  const { which, clear } = selection
  const { mutate, isPending } = useMutation(trpc.deals.bulk.mutationOptions(useBulkSteps(clear)))
  return (
    <BulkBar
      many="deals"
      {...{ selection, columns, writtenAs }}
      pending={isPending}
      onValue={(column, typed) => mutate({ ...which, change: { kind: 'value', column, typed } })}
      onDiscard={() => mutate({ ...which, change: { kind: 'discard' } })}
    />
  )
}
