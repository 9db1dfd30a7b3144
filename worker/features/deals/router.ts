import { z } from 'zod'
import { member, router } from '../../trpc/procedures.ts'
import { changeRecord } from '../fields/change-record.ts'
import { bulkChange } from '../views/bulk/bulk-change.ts'
import { BulkStep, CountList } from '../views/input.ts'
import { countList, readList } from '../views/read-list.ts'
import { changeDeal } from './change-deal.ts'
import { createDeal } from './create-deal.ts'
import {
  Board,
  BulkDeals,
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
  ReadTable,
  TablePage,
} from './input.ts'
import { listDeals } from './list-deals.ts'
import { moveDeal } from './move-deal.ts'
import { readBoard, readColumn, readForecast } from './read-board.ts'
import { readDeal } from './read-deal.ts'
import { rowsOfDeals } from './table-rows.ts'

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
  table: member
    .input(ReadTable)
    .output(TablePage)
    .query(({ ctx, input }) => readList(ctx, 'deal', rowsOfDeals, input)),
  /** By itself, because counting reads every row and the first page need not wait for it. */
  countTable: member
    .input(CountList)
    .output(z.number())
    .query(({ ctx, input }) => countList(ctx, 'deal', input)),
  bulk: member
    .input(BulkDeals)
    .output(BulkStep)
    .mutation(({ ctx, input: { change, ...which } }) => bulkChange(ctx, { record: 'deal', which, change })),
})
