import { z } from 'zod'
import { member, router } from '../../trpc/procedures.ts'
import { changeTask, checkTask } from './change-task.ts'
import { createTask } from './create-task.ts'
import { ChangeTask, CheckTask, CreateTask, ListTasks, TaskShown, TaskVersion } from './input.ts'
import { listTasks } from './list-tasks.ts'

export const tasksRouter = router({
  list: member
    .input(ListTasks)
    .output(z.array(TaskShown))
    .query(({ ctx, input }) => listTasks(ctx, input)),
  create: member
    .input(CreateTask)
    .output(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => createTask(ctx, input)),
  change: member
    .input(ChangeTask)
    .output(TaskVersion)
    .mutation(({ ctx, input }) => changeTask(ctx, input)),
  check: member
    .input(CheckTask)
    .output(TaskVersion)
    .mutation(({ ctx, input }) => checkTask(ctx, input)),
})
