import type { z } from 'zod'
import type { Columns } from '../../kernel/columns.ts'
import { planDiscards, planValues } from '../views/bulk/plan-values.ts'
import type { BulkNeeds, BulkPlan } from '../views/bulk/planned.ts'
import type { CompanyBulk } from './input.ts'

/** One change of many companies. */
export const planCompanies = (
  needs: BulkNeeds,
  companies: Columns[],
  change: z.infer<typeof CompanyBulk>,
): Promise<BulkPlan> =>
  change.kind === 'value' ? planValues(needs, 'company', companies, change) : planDiscards(needs, 'company', companies)
