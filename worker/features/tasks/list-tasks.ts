import type { z } from 'zod'
import { listTasks as rows } from '../../../db/queries/tasks.ts'
import type { OfficeCtx } from '../../context.ts'
import { DAY_MS } from '../../kernel/time.ts'
import type { ListTasks, TaskShown } from './input.ts'

/** How long a task that was done stays in sight, and how many tasks are shown. */
const SHOW_DONE_MS = 7 * DAY_MS
const LIST_LIMIT = 500

export async function listTasks(
  needs: Pick<OfficeCtx, 'db' | 'officeId' | 'now'>,
  input: z.infer<typeof ListTasks>,
): Promise<z.infer<typeof TaskShown>[]> {
  const doneSince = new Date(needs.now().getTime() - SHOW_DONE_MS)
  const found = await rows(needs.db, needs.officeId, { ...input, doneSince, limit: LIST_LIMIT })
  return found.map(({ task, contactName }) => ({ ...task, contactName }))
}
