import type { z } from 'zod'
import { pairsAtOneAddress, pairsOfOneName } from '../../../db/queries/duplicates.ts'
import type { OfficeCtx } from '../../context.ts'
import type { Duplicates } from './input.ts'
import { areSimilar } from './rules/similar-names.ts'

/** More pairs than a person decides in one sitting. */
const MOST_PAIRS = 200

type Pair = z.infer<typeof Duplicates>[number]

/** Pairs of contacts that may be one person, each with why it is thought so, the surest first. */
export async function findDuplicates({ db, officeId }: Pick<OfficeCtx, 'db' | 'officeId'>): Promise<Pair[]> {
  const [named, addressed] = await Promise.all([
    pairsOfOneName(db, officeId, MOST_PAIRS),
    pairsAtOneAddress(db, officeId, MOST_PAIRS),
  ])
  const pairs = new Map<string, Pair>()
  const add = ({ one, other }: Pick<Pair, 'one' | 'other'>, why: string) => {
    const key = `${one.id} ${other.id}`
    const known = pairs.get(key) ?? { one, other, why: [] }
    if (!known.why.includes(why)) known.why.push(why)
    pairs.set(key, known)
  }
  for (const pair of addressed)
    if (areSimilar(pair.one.nameKey, pair.other.nameKey)) add(pair, `Both have ${pair.address}.`)
  for (const pair of named) add(pair, 'Both have the same name.')
  return [...pairs.values()].sort((a, b) => b.why.length - a.why.length).slice(0, MOST_PAIRS)
}
