import type { z } from 'zod'
import { isConflict } from '#dialect'
import { decideSuggestion, insertFeedback, intakeById, suggestionById } from '../../../db/queries/assistant.ts'
import { messageById } from '../../../db/queries/messages.ts'
import { alone, commit, joined, type Plan } from '../../../db/queries/plan.ts'
import type { Suggestion } from '../../../db/schema/assistant.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { knownConversation } from '../inbox/read-conversation.ts'
import type { Accept, Decided, Reject } from './input.ts'
import { planAction } from './plan-action.ts'
import type { Action } from './rules/actions.ts'

type Needs = Pick<MemberCtx, 'env' | 'db' | 'officeId' | 'office' | 'now' | 'newId' | 'desk' | 'member'>
type Decision = 'accepted' | 'edited' | 'rejected'

const decidedAlready = () => new Refusal('conflict', 'Somebody decided this meanwhile. Look again.')

/** Carries out what was proposed, or what the member made of it, and remembers the decision. */
export async function accept(needs: Needs, input: z.infer<typeof Accept>): Promise<z.infer<typeof Decided>> {
  const { db, officeId, member } = needs
  const suggestion = await waitingSuggestion(needs, input)
  const action = input.action ?? suggestion.action
  if (action.kind !== suggestion.kind)
    throw new Refusal('invalid', 'A suggestion cannot become another kind of action.')
  const [conversation, message] = await Promise.all([
    knownConversation(needs, suggestion.conversationId),
    messageById(db, officeId, suggestion.messageId),
  ])
  if (!message) throw notFound('message')
  const by = { kind: 'member' as const, userId: member.userId }
  const plan = await planAction(needs, action, { suggestionId: suggestion.id, message, conversation, by })
  const isEdited = JSON.stringify(action) !== JSON.stringify(suggestion.action)
  return decided(needs, suggestion, { decision: isEdited ? 'edited' : 'accepted', action, plan })
}

/** Does nothing of what was proposed, and remembers that it was wrong. */
export async function reject(needs: Needs, input: z.infer<typeof Reject>): Promise<z.infer<typeof Decided>> {
  const suggestion = await waitingSuggestion(needs, input)
  return decided(needs, suggestion, { decision: 'rejected', action: suggestion.action, plan: alone(() => []) })
}

async function waitingSuggestion(needs: Needs, { id, version }: z.infer<typeof Reject>): Promise<Suggestion> {
  const suggestion = await suggestionById(needs.db, needs.officeId, id)
  if (!suggestion) throw notFound('suggestion')
  if (suggestion.status !== 'waiting' || suggestion.version !== version) throw decidedAlready()
  return suggestion
}

async function decided(
  needs: Needs,
  suggestion: Suggestion,
  { decision, action, plan }: { decision: Decision; action: Action; plan: Plan },
): Promise<z.infer<typeof Decided>> {
  const { db, officeId, now, desk, member } = needs
  const intake = await intakeById(db, officeId, suggestion.intakeId)
  if (!intake) throw new Error('A suggestion without its intake.')
  const status = decision === 'rejected' ? ('rejected' as const) : ('accepted' as const)
  const at = now()
  const row = { status, action, effects: plan.effects, decidedBy: member.userId, decidedAt: at }
  // Feedback goes by the suggestion's id: a second decision is refused by its key, and all its writes with it.
  const lesson = {
    ...{ officeId, id: suggestion.id, suggestionId: suggestion.id, decision, proposed: suggestion.action },
    ...{
      decided: action,
      intent: intake.intent,
      confidence: suggestion.confidence,
      userId: member.userId,
      createdAt: at,
    },
  }
  const record = alone((db) => [decideSuggestion(db, suggestion, row), insertFeedback(db, lesson)])
  try {
    await commit(db, joined(plan, record))
  } catch (error) {
    if (isConflict(error)) throw decidedAlready()
    throw error
  }
  await desk.announce([...plan.changes, ...changesOf(suggestion, member.userId)])
  return { id: suggestion.id, version: suggestion.version + 1 }
}

/** Whoever looks at the review list or at the conversation sees that it was decided. */
export const changesOf = (suggestion: Pick<Suggestion, 'id' | 'conversationId'>, by: string | null) => [
  { topic: 'review' as const, ids: [suggestion.id], by },
  { topic: 'conversation' as const, ids: [suggestion.conversationId], by },
]
