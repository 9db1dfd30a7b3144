import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { queryClient, trpc } from '../api.ts'
import { root, whoIsHere } from './root.ts'

/** Everything inside an office. */
export const office = createRoute({
  getParentRoute: () => root,
  id: 'office',
  beforeLoad: async ({ location }) => {
    const { officeId } = await whoIsHere(location.href)
    if (!officeId) throw redirect({ to: '/start' })
    await queryClient.ensureQueryData(trpc.office.read.queryOptions())
  },
  component: lazyRouteComponent(() => import('../features/office/shell.tsx'), 'Shell'),
})

/** Of a list: the saved view that is shown, and what was changed of it, which the screen reads. */
export type ListSearch = { list?: string | undefined; show?: unknown }
export const withList = (search: Record<string, unknown>): ListSearch => ({
  list: typeof search.list === 'string' ? search.list : undefined,
  show: search.show,
})

/** Whether the form for a new one stands open. */
export const withNew = (search: Record<string, unknown>): { new?: true | undefined } => ({
  new: search.new === true ? true : undefined,
})
