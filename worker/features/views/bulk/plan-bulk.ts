import type { Columns } from '../../../kernel/columns.ts'
import type { Topic } from '../../../kernel/live.ts'
import { planCompanies } from '../../companies/plan-bulk.ts'
import { planContacts } from '../../contacts/plan-bulk.ts'
import { planDeals } from '../../deals/plan-bulk.ts'
import { planTasks } from '../../tasks/plan-bulk.ts'
import type { Listed } from '../rules/view.ts'
import type { BulkAsked } from './asked.ts'
import type { BulkNeeds, BulkPlan } from './planned.ts'

/** What the screens read anew, and what many records of a kind are called. */
export const TOPIC_OF: Record<Listed, Topic> = { contact: 'contact', company: 'contact', deal: 'deal', task: 'task' }
export const MANY_OF: Record<Listed, string> = {
  ...{ contact: 'contacts', company: 'companies', deal: 'deals', task: 'tasks' },
}

/** What the change makes of these records: each kind knows its own. */
export function planBulk(needs: BulkNeeds, asked: BulkAsked, rows: Columns[]): Promise<BulkPlan> {
  switch (asked.record) {
    case 'contact':
      return planContacts(needs, rows, asked.change)
    case 'company':
      return planCompanies(needs, rows, asked.change)
    case 'deal':
      return planDeals(needs, rows, asked.change)
    case 'task':
      return planTasks(needs, rows, asked.change)
  }
}
