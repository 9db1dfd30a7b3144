import type { Plan } from '../../../../db/queries/plan.ts'
import type { MemberCtx } from '../../../trpc/procedures.ts'
import type { RowChange } from '../../acts/rules/act-row.ts'

export type BulkNeeds = Pick<
  MemberCtx,
  'db' | 'directory' | 'officeId' | 'office' | 'now' | 'newId' | 'desk' | 'member'
>

/**
 * What a change makes of some records: how the step is told (“Deleted”, before how many), the rows that change, and what
 * is written with them and stays when the step is taken back, such as a notice.
 */
export type BulkPlan = { done: string; rows: RowChange[]; along?: Plan }
