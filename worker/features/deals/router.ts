import { z } from 'zod'
import { member, router } from '../../trpc/procedures.ts'
import { createDeal } from './create-deal.ts'
import { CreateDeal, DealBoard, DealVersion, ListDeals, MoveDeal } from './input.ts'
import { listDeals } from './list-deals.ts'
import { moveDeal } from './move-deal.ts'

export const dealsRouter = router({
  list: member
    .input(ListDeals)
    .output(DealBoard)
    .query(({ ctx, input }) => listDeals(ctx, input)),
  create: member
    .input(CreateDeal)
    .output(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => createDeal(ctx, input)),
  move: member
    .input(MoveDeal)
    .output(DealVersion)
    .mutation(({ ctx, input }) => moveDeal(ctx, input)),
})
