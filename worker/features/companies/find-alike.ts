import type { z } from 'zod'
import { companiesLike } from '../../../db/queries/find-records.ts'
import type { OfficeCtx } from '../../context.ts'
import { searchKey } from '../../kernel/text.ts'
import { searchPieces, wordsOf } from '../search/rules/typed-words.ts'
import type { AlikeShown, FindAlike } from './input.ts'
import { mayBeCompany } from './rules/similar-companies.ts'

const MOST_SHOWN = 5
const MOST_LIKE = 300

/** Living companies that may be the one that is being written down, by their names. */
export async function findAlike(
  { db, officeId }: Pick<OfficeCtx, 'db' | 'officeId'>,
  { name }: z.infer<typeof FindAlike>,
): Promise<z.infer<typeof AlikeShown>> {
  const nameKey = searchKey(name)
  const pieces = searchPieces(wordsOf(nameKey))
  if (pieces.length === 0) return []
  const like = await companiesLike(db, officeId, pieces, MOST_LIKE)
  return like.filter((company) => mayBeCompany(nameKey, company.nameKey)).slice(0, MOST_SHOWN)
}
