import { useQuery } from '@tanstack/react-query'
import type { Column } from '../../../../worker/features/views/rules/columns.ts'
import { trpc } from '../../../api.ts'

/** What a column can be compared with, or hold, where that is a list. */
export function useChoices({ kind, options }: Column): { value: string; label: string }[] {
  const { data: tags } = useQuery(trpc.tags.list.queryOptions(undefined, { enabled: kind === 'tags' }))
  const { data: office } = useQuery(trpc.office.members.queryOptions(undefined, { enabled: kind === 'member' }))
  if (kind === 'tags') return tags?.map(({ id, name }) => ({ value: id, label: name })) ?? []
  if (kind === 'member') return office?.members.map(({ userId, name }) => ({ value: userId, label: name })) ?? []
  if (kind === 'flag')
    return [
      { value: 'yes', label: 'yes' },
      { value: 'no', label: 'no' },
    ]
  return options.map(({ id, label }) => ({ value: id, label }))
}

/** What the values of conditions are called: tags, members and choices by name. */
export function useNames() {
  const { data: tags } = useQuery(trpc.tags.list.queryOptions())
  const { data: office } = useQuery(trpc.office.members.queryOptions())
  return ({ kind, options }: Column, value: string): string => {
    if (kind === 'tags') return tags?.find(({ id }) => id === value)?.name ?? '…'
    if (kind === 'member') return office?.members.find(({ userId }) => userId === value)?.name ?? '…'
    return options.find(({ id }) => id === value)?.label ?? value
  }
}
