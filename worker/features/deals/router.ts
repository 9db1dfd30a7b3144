import { z } from 'zod'
import { member, router } from '../../trpc/procedures.ts'
import { createDeal } from './create-deal.ts'
import {
  Board,
  CardPage,
  CreateDeal,
  DealBoard,
  ForecastMonth,
  ListDeals,
  MoveDeal,
  Moved,
  ReadColumn,
} from './input.ts'
import { listDeals } from './list-deals.ts'
import { moveDeal } from './move-deal.ts'
import { readBoard, readColumn, readForecast } from './read-board.ts'

export const dealsRouter = router({
  list: member
    .input(ListDeals)
    .output(DealBoard)
    .query(({ ctx, input }) => listDeals(ctx, input)),
  board: member.output(Board).query(({ ctx }) => readBoard(ctx)),
  column: member
    .input(ReadColumn)
    .output(CardPage)
    .query(({ ctx, input }) => readColumn(ctx, input)),
  forecast: member.output(z.array(ForecastMonth)).query(({ ctx }) => readForecast(ctx)),
  create: member
    .input(CreateDeal)
    .output(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => createDeal(ctx, input)),
  move: member
    .input(MoveDeal)
    .output(Moved)
    .mutation(({ ctx, input }) => moveDeal(ctx, input)),
})
