import { rowsNow } from '../../../db/queries/acts.ts'
import type { OfficeCtx } from '../../context.ts'
import type { Columns } from '../../kernel/columns.ts'
import type { Topic } from '../../kernel/live.ts'
import { notFound } from '../../kernel/refusal.ts'
import { TRASH_TABLES } from '../trash/rules/fates.ts'
import type { WithFiles } from './input.ts'

/** A record of this office that does not lie in the trash, or the refusal that it is not found. */
export async function knownRecord(
  { db, officeId }: Pick<OfficeCtx, 'db' | 'officeId'>,
  record: WithFiles,
  id: string,
): Promise<Columns> {
  const row = (await rowsNow(db, officeId, TRASH_TABLES[record], [[id]])).get(id)
  if (!row || row.archivedAt !== null) throw notFound(record)
  return row
}

/** In whose timelines it stands what happens with a file of this record. */
export function timelinesOf(record: WithFiles, row: Columns): { contactId: string | null; companyId: string | null } {
  const id = textOf(row.id)
  if (record === 'contact') return { contactId: id, companyId: null }
  if (record === 'company') return { contactId: null, companyId: id }
  return { contactId: textOf(row.contactId), companyId: textOf(row.companyId) }
}

const textOf = (value: Columns[string] | undefined) => (typeof value === 'string' ? value : null)

/** What the screens read anew. */
export const topicOf = (record: WithFiles): Topic => (record === 'company' ? 'contact' : record)
