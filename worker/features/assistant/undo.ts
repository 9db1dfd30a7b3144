import type { z } from 'zod'
import { decideSuggestion, insertFeedback, intakeById, suggestionById } from '../../../db/queries/assistant.ts'
import { alone, commit, joined } from '../../../db/queries/plan.ts'
import type { Topic } from '../../kernel/live.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { changesOf } from './decide.ts'
import type { Undo, Undone } from './input.ts'
import { planUndo } from './plan-undo.ts'

type Needs = Pick<MemberCtx, 'db' | 'officeId' | 'now' | 'newId' | 'desk' | 'member'>

/** What an undo may have changed, whatever the action was. */
const TOUCHED: readonly Topic[] = ['contact', 'task', 'deal', 'appointment']

/**
 * Takes back what a suggestion did, whether a member accepted it or the assistant applied it. A row that somebody
 * worked with since stays; how many stayed is said.
 */
export async function undo(needs: Needs, { id, version }: z.infer<typeof Undo>): Promise<z.infer<typeof Undone>> {
  const { db, officeId, now, newId, desk, member } = needs
  const suggestion = await suggestionById(db, officeId, id)
  if (!suggestion) throw notFound('suggestion')
  if (suggestion.status !== 'accepted' || suggestion.version !== version)
    throw new Refusal('conflict', 'There is nothing to undo any more. Look again.')
  const intake = await intakeById(db, officeId, suggestion.intakeId)
  if (!intake) throw new Error('A suggestion without its intake.')
  const plans = await Promise.all(suggestion.effects.map((effect) => planUndo(needs, effect)))
  const undoable = plans.filter((plan) => plan !== null)
  const { action, decidedBy, confidence } = suggestion
  const at = now()
  const row = { status: 'undone' as const, action, effects: suggestion.effects, decidedBy, decidedAt: at }
  const lesson = {
    ...{ officeId, id: newId(), suggestionId: id, decision: 'undone' as const, proposed: action, decided: action },
    ...{ intent: intake.intent, confidence, userId: member.userId, createdAt: at },
  }
  const record = alone((db) => [decideSuggestion(db, suggestion, row), insertFeedback(db, lesson)])
  await commit(db, joined(...undoable, record))
  const touched = TOUCHED.map((topic) => ({ topic, ids: [id], by: member.userId }))
  await desk.announce([...touched, ...changesOf(suggestion, member.userId)])
  return { id, version: version + 1, kept: plans.length - undoable.length }
}
