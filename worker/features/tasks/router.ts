import { z } from 'zod'
import { member, router } from '../../trpc/procedures.ts'
import { changeTask } from './change-task.ts'
import { checkTask } from './check-task.ts'
import { createTask } from './create-task.ts'
import {
  ChangeTask,
  CheckItem,
  CheckTask,
  CreateTask,
  ListTasks,
  ReadTask,
  SnoozeTask,
  TaskCounts,
  TaskShown,
  TaskStep,
  TaskWhole,
} from './input.ts'
import { countTasks, listTasks, readTask } from './list-tasks.ts'
import { checkItem, snoozeTask } from './snooze-task.ts'

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
})
