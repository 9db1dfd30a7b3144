import type { z } from 'zod'
import { companiesLike } from '../../../db/queries/find-records.ts'
import type { OfficeCtx } from '../../context.ts'
import { searchKey } from '../../kernel/text.ts'
import type { AlikeShown, FindAlike } from './input.ts'
import { coreWords, mayBeCompany } from './rules/similar-companies.ts'

const MOST_SHOWN = 5
const MOST_LIKE = 300

/** Living companies that may be the one that is being written down, by their names. */
export async function findAlike(
  { db, officeId }: Pick<OfficeCtx, 'db' | 'officeId'>,
  { name }: z.infer<typeof FindAlike>,
): Promise<z.infer<typeof AlikeShown>> {
  const nameKey = searchKey(name)
  const words = coreWords(nameKey)
  const [first] = words
  if (first === undefined) return []
  // One that is known by its first word alone is meant as well.
  const asked = words.length === 1 ? [words] : [words, [first]]
  const like = await Promise.all(asked.map((each) => companiesLike(db, officeId, each, MOST_LIKE)))
  const found = new Map(like.flat().map((company) => [company.id, company]))
  return [...found.values()].filter((company) => mayBeCompany(nameKey, company.nameKey)).slice(0, MOST_SHOWN)
}
