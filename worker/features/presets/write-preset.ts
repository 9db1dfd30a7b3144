import { isConflict, isHeld } from '#dialect'
import { alone } from '../../../db/queries/plan.ts'
import type { Topic } from '../../kernel/live.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { doStep, type Step, type StepNeeds } from '../acts/do-step.ts'
import type { RowChange } from '../acts/rules/act-row.ts'

const TOUCHED: readonly Topic[] = ['contact', 'deal', 'task']
const AT_ONCE = 'Somebody was at work on this at the same moment. Look again.'

/** Writes what an owner did with a preset as one step. Of two at once the second is refused by the keys of the
 * first, and what somebody takes up in the same moment is not pulled away under them. */
export async function writePreset(needs: StepNeeds, title: string, changes: RowChange[]): Promise<Step> {
  const told = TOUCHED.map((topic) => ({ topic, ids: [], by: needs.member.userId }))
  const along = { ...alone(() => []), changes: told }
  const step = {
    title,
    record: null,
    id: null,
    topic: 'office' as const,
    kind: 'preset' as const,
    overtaken: AT_ONCE,
    along,
  }
  try {
    return await doStep(needs, step, changes)
  } catch (error) {
    // Held: somebody began to work with something in the moment in which it was to go.
    throw isConflict(error) || isHeld(error) ? new Refusal('conflict', AT_ONCE) : error
  }
}
