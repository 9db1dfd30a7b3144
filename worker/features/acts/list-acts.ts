import type { z } from 'zod'
import { pageOfActs } from '../../../db/queries/acts.ts'
import type { OfficeCtx } from '../../context.ts'
import { ACTS_SHOWN, type ActPage, type ListActs, PAGE_SIZE } from './input.ts'

type Needs = Pick<OfficeCtx, 'db' | 'officeId' | 'now'>

/** The large steps that can still be taken back, newest first: deletions, merges, imports, bulk changes. */
export async function listActs(
  { db, officeId, now }: Needs,
  { kinds, cursor }: z.infer<typeof ListActs>,
): Promise<z.infer<typeof ActPage>> {
  const shown = kinds.length > 0 ? kinds : [...ACTS_SHOWN]
  const page = { kinds: shown, now: now(), after: cursor ?? null, limit: PAGE_SIZE + 1 }
  const found = await pageOfActs(db, officeId, page)
  const rows = found.slice(0, PAGE_SIZE)
  const last = rows.at(-1)
  return { rows, next: found.length > PAGE_SIZE && last ? { at: last.createdAt, id: last.id } : null }
}
