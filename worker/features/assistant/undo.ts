import type { z } from 'zod'
import { isConflict } from '#dialect'
import { decideSuggestion, insertFeedback, intakeById, suggestionById } from '../../../db/queries/assistant.ts'
import { alone, commit, joined, type Plan } from '../../../db/queries/plan.ts'
import type { Effect } from '../../../db/schema/assistant.ts'
import type { Topic } from '../../kernel/live.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { changesOf } from './decide.ts'
import type { Undo, Undone } from './input.ts'
import { planUndo } from './plan-undo.ts'

type Needs = Pick<MemberCtx, 'db' | 'officeId' | 'now' | 'desk' | 'member'>

const nothingToUndo = () => new Refusal('conflict', 'There is nothing to undo any more. Look again.')

/** What an undo may have changed, whatever the action was. */
const TOUCHED: readonly Topic[] = ['contact', 'task', 'deal', 'appointment']

/**
 * Takes back what a suggestion did, whether a member accepted it or the assistant applied it. A row that somebody
 * worked with since stays, with what hangs on it; how many stayed is said.
 */
export async function undo(needs: Needs, { id, version }: z.infer<typeof Undo>): Promise<z.infer<typeof Undone>> {
  const { db, officeId, now, desk, member } = needs
  const suggestion = await suggestionById(db, officeId, id)
  if (!suggestion) throw notFound('suggestion')
  if (suggestion.status !== 'accepted' || suggestion.version !== version) throw nothingToUndo()
  const intake = await intakeById(db, officeId, suggestion.intakeId)
  if (!intake) throw new Error('A suggestion without its intake.')
  const undoable = await planUndos(needs, suggestion.effects)
  const { action, decidedBy, confidence } = suggestion
  const at = now()
  const row = { status: 'undone' as const, action, effects: suggestion.effects, decidedBy, decidedAt: at }
  // Named after the suggestion, so that of two members who undo at the same moment the second is refused by the key.
  const lesson = {
    ...{
      officeId,
      id: `${id}.undone`,
      suggestionId: id,
      decision: 'undone' as const,
      proposed: action,
      decided: action,
    },
    ...{ intent: intake.intent, confidence, userId: member.userId, createdAt: at },
  }
  const record = alone((db) => [decideSuggestion(db, suggestion, row), insertFeedback(db, lesson)])
  try {
    await commit(db, joined(...undoable, record))
  } catch (error) {
    throw isConflict(error) ? nothingToUndo() : error
  }
  const touched = TOUCHED.map((topic) => ({ topic, ids: [id], by: member.userId }))
  await desk.announce([...touched, ...changesOf(suggestion, member.userId)])
  return { id, version: version + 1, kept: suggestion.effects.length - undoable.length }
}

/** What can be taken back. Where the row that was made stays, so do its addresses and the conversation it was given. */
async function planUndos(needs: Needs, effects: Effect[]): Promise<Plan[]> {
  const plans = await Promise.all(effects.map((effect) => planUndo(needs, effect)))
  const stays = effects.some(({ change }, at) => change === 'created' && plans[at] === null)
  return stays ? [] : plans.filter((plan) => plan !== null)
}
