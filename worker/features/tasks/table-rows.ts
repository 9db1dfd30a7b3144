import type { z } from 'zod'
import { taskRows } from '../../../db/queries/table/tasks.ts'
import type { ListNeeds } from '../views/read-list.ts'
import type { TableRow } from './input.ts'

/** What the list shows of these tasks, each with the name of its contact. */
export const rowsOfTasks = async ({ db, officeId }: ListNeeds, ids: string[]): Promise<z.infer<typeof TableRow>[]> =>
  taskRows(db, officeId, ids)
