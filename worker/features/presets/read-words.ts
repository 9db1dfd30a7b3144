import { wordsOf } from '../../../db/queries/presets.ts'
import type { OfficeCtx } from '../../context.ts'
import { USUAL_WORDS, type Words } from './rules/words.ts'

/** What the office calls the people it serves. */
export const readWords = async ({ db, officeId }: Pick<OfficeCtx, 'db' | 'officeId'>): Promise<Words> =>
  (await wordsOf(db, officeId)) ?? USUAL_WORDS
