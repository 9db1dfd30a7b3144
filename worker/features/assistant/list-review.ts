import type { z } from 'zod'
import { countWaiting, pageOfWaiting, recentAutomatic } from '../../../db/queries/assistant.ts'
import type { OfficeCtx } from '../../context.ts'
import { DAY_MS } from '../../kernel/time.ts'
import { type ListReview, PAGE_SIZE, type ReviewPage, type ReviewRow } from './input.ts'

/** How far back automatic actions are offered for an undo at a glance; in its conversation each can be undone longer. */
const RECENT_MS = 7 * DAY_MS
const RECENT_LIMIT = 50

/** What waits for a member, oldest first, and how much of it there is. */
export async function listReview(
  { db, officeId }: Pick<OfficeCtx, 'db' | 'officeId'>,
  { cursor }: z.infer<typeof ListReview>,
): Promise<z.infer<typeof ReviewPage>> {
  const page = { after: cursor ?? null, limit: PAGE_SIZE + 1 }
  const [found, waiting] = await Promise.all([pageOfWaiting(db, officeId, page), countWaiting(db, officeId)])
  const rows = found.slice(0, PAGE_SIZE).map(({ suggestion, ...about }) => ({ ...suggestion, ...about }))
  const last = rows.at(-1)
  return { rows, next: found.length > PAGE_SIZE && last ? { at: last.createdAt, id: last.id } : null, waiting }
}

/** What the assistant did by itself in the last days, newest first. */
export async function listRecent({
  db,
  officeId,
  now,
}: Pick<OfficeCtx, 'db' | 'officeId' | 'now'>): Promise<z.infer<typeof ReviewRow>[]> {
  const rows = await recentAutomatic(db, officeId, new Date(now().getTime() - RECENT_MS), RECENT_LIMIT)
  return rows.map(({ suggestion, ...about }) => ({ ...suggestion, ...about }))
}
