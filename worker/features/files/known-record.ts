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

/** What the screens read anew. */
export const topicOf = (record: WithFiles): Topic => (record === 'company' ? 'contact' : record)
