import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { COMPANY_COLUMNS, FIRST_COMPANY_COLUMNS } from '../../../worker/features/companies/rules/columns.ts'
import { CONTACT_COLUMNS, FIRST_CONTACT_COLUMNS } from '../../../worker/features/contacts/rules/columns.ts'
import { dealColumns, FIRST_DEAL_COLUMNS } from '../../../worker/features/deals/rules/columns.ts'
import { WITH_FIELDS } from '../../../worker/features/fields/input.ts'
import { FIRST_TASK_COLUMNS, TASK_COLUMNS } from '../../../worker/features/tasks/rules/columns.ts'
import { type Column, columnsWith } from '../../../worker/features/views/rules/columns.ts'
import { type Listed, NO_FILTER, type View } from '../../../worker/features/views/rules/view.ts'
import { trpc } from '../../api.ts'

const plain = (columns: string[]): View => ({ columns, filter: NO_FILTER, sort: null })
const isOpen = { column: 'doneAt', operator: 'is_empty' as const, values: [] }

/** What a list shows before anybody asks for anything else. */
export const FIRST_VIEW: Record<Listed, View> = {
  contact: plain(FIRST_CONTACT_COLUMNS),
  company: plain(FIRST_COMPANY_COLUMNS),
  deal: plain(FIRST_DEAL_COLUMNS),
  task: {
    columns: FIRST_TASK_COLUMNS,
    filter: { match: 'all', groups: [{ match: 'all', conditions: [isOpen] }] },
    sort: { column: 'dueOn', descending: false },
  },
}

const NO_PIPELINES = { pipelines: [], lostReasons: [] }

/** All columns that the list of a kind of record can have here, with the fields that the office added. */
export function useColumns(record: Listed): Column[] {
  const withFields = WITH_FIELDS.find((each) => each === record)
  const { data: fields } = useQuery(
    trpc.fields.list.queryOptions({ record: withFields ?? 'contact' }, { enabled: withFields !== undefined }),
  )
  const { data: pipelines } = useQuery(trpc.pipelines.list.queryOptions(undefined, { enabled: record === 'deal' }))
  return useMemo(() => {
    const builtIn = {
      ...{ contact: CONTACT_COLUMNS, company: COMPANY_COLUMNS, task: TASK_COLUMNS },
      deal: dealColumns(pipelines ?? NO_PIPELINES),
    }
    return columnsWith(builtIn[record], withFields ? (fields ?? []) : [])
  }, [record, withFields, fields, pipelines])
}
