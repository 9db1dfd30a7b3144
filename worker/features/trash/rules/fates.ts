import type { ActTable } from '../../acts/rules/act-row.ts'

/** What becomes of a row that hangs on one that is put into the trash. */
export type Fate = 'archive' | 'unlink' | 'leave'

/**
 * What stands in lists of its own goes along; a conversation stays, because it is what somebody wrote, and loses its
 * contact. All else is only seen on the record and goes and returns with it.
 */
export function fateOf(
  table: string,
  { on, column }: { on: 'contact' | 'company' | 'deal' | 'task'; column: string },
): Fate {
  if (table === 'taskLinks') return on === 'deal' ? 'archive' : 'leave'
  if (on === 'contact' && column === 'contactId') {
    if (table === 'tasks' || table === 'deals' || table === 'appointments') return 'archive'
    if (table === 'conversations') return 'unlink'
  }
  return on === 'company' && table === 'deals' ? 'archive' : 'leave'
}

export const TRASH_TABLES = {
  contact: 'contacts',
  company: 'companies',
  deal: 'deals',
  task: 'tasks',
} as const satisfies Record<string, ActTable>
export type TrashRecord = keyof typeof TRASH_TABLES

const LINKS: Record<string, readonly string[]> = {
  conversations: ['contactId'],
  messages: ['contactId'],
  tasks: ['contactId', 'conversationId'],
  deals: ['contactId', 'companyId', 'conversationId'],
  appointments: ['contactId', 'conversationId'],
}

/** Whether a row outlives what this column of it refers to, and only forgets it. */
export const outlives = (table: string, column: string) => LINKS[table]?.includes(column) ?? false
