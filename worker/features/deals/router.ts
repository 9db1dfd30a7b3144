import { z } from 'zod'
import { member, router } from '../../trpc/procedures.ts'
import { changeRecord } from '../fields/change-record.ts'
import { changeDeal } from './change-deal.ts'
import { createDeal } from './create-deal.ts'
import {
  Board,
  CardPage,
  ChangeDeal,
  ChangeDealValues,
  CreateDeal,
  DealBoard,
  DealChanged,
  DealStep,
  DealWhole,
  ForecastMonth,
  ListDeals,
  MoveDeal,
  Moved,
  OfPipeline,
  ReadColumn,
  ReadDeal,
} from './input.ts'
import { listDeals } from './list-deals.ts'
import { moveDeal } from './move-deal.ts'
import { readBoard, readColumn, readForecast } from './read-board.ts'
import { readDeal } from './read-deal.ts'

export const dealsRouter = router({
  list: member
    .input(ListDeals)
    .output(DealBoard)
    .query(({ ctx, input }) => listDeals(ctx, input)),
  board: member
    .input(OfPipeline)
    .output(Board)
    .query(({ ctx, input }) => readBoard(ctx, input)),
  byId: member
    .input(ReadDeal)
    .output(DealWhole)
    .query(({ ctx, input }) => readDeal(ctx, input)),
  change: member
    .input(ChangeDeal)
    .output(DealChanged)
    .mutation(({ ctx, input }) => changeDeal(ctx, input)),
  changeValues: member
    .input(ChangeDealValues)
    .output(DealStep)
    .mutation(({ ctx, input }) => changeRecord(ctx, 'deal', input)),
  column: member
    .input(ReadColumn)
    .output(CardPage)
    .query(({ ctx, input }) => readColumn(ctx, input)),
  forecast: member
    .input(OfPipeline)
    .output(z.array(ForecastMonth))
    .query(({ ctx, input }) => readForecast(ctx, input)),
  create: member
    .input(CreateDeal)
    .output(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => createDeal(ctx, input)),
  move: member
    .input(MoveDeal)
    .output(Moved)
    .mutation(({ ctx, input }) => moveDeal(ctx, input)),
})
