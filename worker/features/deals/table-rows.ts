import type { z } from 'zod'
import { dealRows } from '../../../db/queries/table/deals.ts'
import type { ListNeeds } from '../views/read-list.ts'
import type { TableRow } from './input.ts'

/** What the list shows of these deals, each with where its stage stands and whom it is with. */
export const rowsOfDeals = async ({ db, officeId }: ListNeeds, ids: string[]): Promise<z.infer<typeof TableRow>[]> =>
  dealRows(db, officeId, ids)
