import { z } from 'zod'
import { member, router } from '../../trpc/procedures.ts'
import { bulkChange } from '../views/bulk/bulk-change.ts'
import { BulkStep, CountList } from '../views/input.ts'
import { countList, readList } from '../views/read-list.ts'
import { changeTask } from './change-task.ts'
import { checkTask } from './check-task.ts'
import { createTask } from './create-task.ts'
import {
  BulkTasks,
  ChangeTask,
  CheckItem,
  CheckTask,
  CreateTask,
  ListTasks,
  ReadTable,
  ReadTask,
  SnoozeTask,
  TablePage,
  TaskCounts,
  TaskShown,
  TaskStep,
  TaskWhole,
} from './input.ts'
import { countTasks, listTasks, readTask } from './list-tasks.ts'
import { checkItem, snoozeTask } from './snooze-task.ts'
import { rowsOfTasks } from './table-rows.ts'

export const tasksRouter = router({
  list: member
    .input(ListTasks)
    .output(z.array(TaskShown))
    .query(({ ctx, input }) => listTasks(ctx, input)),
  counts: member.output(TaskCounts).query(({ ctx }) => countTasks(ctx)),
  byId: member
    .input(ReadTask)
    .output(TaskWhole)
    .query(({ ctx, input }) => readTask(ctx, input)),
  create: member
    .input(CreateTask)
    .output(z.object({ id: z.string(), actId: z.string(), title: z.string() }))
    .mutation(({ ctx, input }) => createTask(ctx, input)),
  change: member
    .input(ChangeTask)
    .output(TaskStep)
    .mutation(({ ctx, input }) => changeTask(ctx, input)),
  check: member
    .input(CheckTask)
    .output(TaskStep)
    .mutation(({ ctx, input }) => checkTask(ctx, input)),
  snooze: member
    .input(SnoozeTask)
    .output(TaskStep)
    .mutation(({ ctx, input }) => snoozeTask(ctx, input)),
  checkItem: member
    .input(CheckItem)
    .output(TaskStep)
    .mutation(({ ctx, input }) => checkItem(ctx, input)),
  table: member
    .input(ReadTable)
    .output(TablePage)
    .query(({ ctx, input }) => readList(ctx, 'task', rowsOfTasks, input)),
  /** By itself, because counting reads every row and the first page need not wait for it. */
  countTable: member
    .input(CountList)
    .output(z.number())
    .query(({ ctx, input }) => countList(ctx, 'task', input)),
  bulk: member
    .input(BulkTasks)
    .output(BulkStep)
    .mutation(({ ctx, input: { change, ...which } }) => bulkChange(ctx, { record: 'task', which, change })),
})
