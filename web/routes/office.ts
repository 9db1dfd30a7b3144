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

/** Whether the form for a new one stands open. */
export const withNew = (search: Record<string, unknown>): { new?: true | undefined } => ({
  new: search.new === true ? true : undefined,
})
