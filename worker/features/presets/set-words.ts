import type { z } from 'zod'
import { isConflict } from '#dialect'
import { rowsNow } from '../../../db/queries/acts.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { doStep, NO_STEP, type StepNeeds } from '../acts/do-step.ts'
import type { SetWords, WordsStep } from './input.ts'
import { USUAL_WORDS } from './rules/words.ts'
import { WORDS_ID } from './set-up-rows.ts'

/** What the office calls its people from now on; the usual words need no row of their own. */
export async function setWords(
  needs: StepNeeds,
  { one, many }: z.infer<typeof SetWords>,
): Promise<z.infer<typeof WordsStep>> {
  const { db, officeId } = needs
  const before = (await rowsNow(db, officeId, 'officeWords', [[WORDS_ID]])).get(WORDS_ID) ?? null
  const isUsual = one === USUAL_WORDS.one && many === USUAL_WORDS.many
  const after = isUsual ? null : { ...(before ?? { id: WORDS_ID, version: 1 }), one, many }
  if (before ? before.one === one && before.many === many : after === null) return NO_STEP
  const step = { title: `Your people are called ${many} now`, record: null, id: null, topic: 'office' as const }
  try {
    return await doStep(needs, step, [{ table: 'officeWords', before, after }])
  } catch (error) {
    if (isConflict(error)) throw new Refusal('conflict', 'Somebody changed the words at the same moment. Look again.')
    throw error
  }
}
