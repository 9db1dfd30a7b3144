import { member, router } from '../../trpc/procedures.ts'
import { Counted, Dashboard, ReadCounted, ReadDashboard } from './input.ts'
import { listCounted } from './list-counted.ts'
import { readDashboard } from './read-dashboard.ts'

export const dashboardRouter = router({
  read: member
    .input(ReadDashboard)
    .output(Dashboard)
    .query(({ ctx, input }) => readDashboard(ctx, input)),
  counted: member
    .input(ReadCounted)
    .output(Counted)
    .query(({ ctx, input }) => listCounted(ctx, input)),
})
