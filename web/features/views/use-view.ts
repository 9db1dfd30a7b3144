import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type Listed, View } from '../../../worker/features/views/rules/view.ts'
import { trpc } from '../../api.ts'
import { FIRST_VIEW, useColumns } from './use-columns.ts'

/** The view of a list: what the address says, else the saved view that it names, else the first of all lists. */
export function useView(record: Listed) {
  const { list: id, show } = useSearch({ strict: false })
  const navigate = useNavigate()
  const { data: saved } = useQuery(trpc.views.list.queryOptions({ record }))
  const columns = useColumns(record)
  const chosen = saved?.find((each) => each.id === id) ?? null
  const asked = View.safeParse(show)
  const view = asked.success ? asked.data : (chosen?.view ?? FIRST_VIEW[record])
  const go = (list: string | undefined, next: View | undefined) =>
    void navigate({
      to: '.',
      search: (before: object) => ({ ...before, list, show: next }),
      replace: true,
      resetScroll: false,
    })
  return {
    ...{ record, view, columns, saved: saved ?? [], chosen, isChanged: asked.success },
    change: (next: Partial<View>) => go(id, { ...view, ...next }),
    choose: (next: string | null) => go(next ?? undefined, undefined),
  }
}
export type ViewState = ReturnType<typeof useView>
