import type { z } from 'zod'
import { pageOfTimeline } from '../../../db/queries/timeline.ts'
import type { OfficeCtx } from '../../context.ts'
import { PAGE_SIZE, type ReadTimeline, type TimelinePage } from './input.ts'
import { knownContact } from './read-contact.ts'
import { reasonsOf } from './reasons.ts'
import { kindsIn } from './rules/timeline-parts.ts'

/** All that happened with a contact, or a part of it, newest first, a page at a time; each line with why it is there. */
export async function readTimeline(
  needs: Pick<OfficeCtx, 'db' | 'officeId'>,
  input: z.infer<typeof ReadTimeline>,
): Promise<z.infer<typeof TimelinePage>> {
  await knownContact(needs, input.id)
  const page = { kinds: kindsIn(input.parts), after: input.cursor ?? null, limit: PAGE_SIZE + 1 }
  const found = await pageOfTimeline(needs.db, needs.officeId, input.id, page)
  const rows = found.slice(0, PAGE_SIZE)
  const last = rows.at(-1)
  const reasons = await reasonsOf(needs, rows)
  const told = rows.map((row) => ({ ...row, reason: reasons.get(row.id) ?? null }))
  return { rows: told, next: found.length > PAGE_SIZE && last ? { at: last.at, id: last.id } : null }
}
