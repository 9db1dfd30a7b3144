import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { type Column, columnsWith, FIRST_COLUMNS } from '../../../../worker/features/views/rules/columns.ts'
import { NO_FILTER, View } from '../../../../worker/features/views/rules/view.ts'
import { trpc } from '../../../api.ts'

const FIRST_VIEW: View = { columns: FIRST_COLUMNS, filter: NO_FILTER, sort: null }

/** The view of the list: what the address says, else the saved view that it names, else everybody by name. */
export function useView() {
  const { list: id, show } = useSearch({ from: '/office/contacts' })
  const navigate = useNavigate({ from: '/contacts' })
  const { data: saved } = useQuery(trpc.views.list.queryOptions())
  const { data: fields } = useQuery(trpc.fields.list.queryOptions({ record: 'contact' }))
  const columns: Column[] = useMemo(() => columnsWith(fields ?? []), [fields])
  const chosen = saved?.find((each) => each.id === id) ?? null
  const asked = View.safeParse(show)
  const view = asked.success ? asked.data : (chosen?.view ?? FIRST_VIEW)
  const go = (search: { list?: string | undefined; show?: View | undefined }) =>
    void navigate({ search, replace: true, resetScroll: false })
  return {
    ...{ view, columns, saved: saved ?? [], chosen, isChanged: asked.success },
    change: (next: Partial<View>) => go({ list: id, show: { ...view, ...next } }),
    choose: (next: string | null) => go({ list: next ?? undefined }),
  }
}
export type ViewState = ReturnType<typeof useView>
