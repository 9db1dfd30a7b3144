import { setAppointment } from '../../../../db/queries/appointments.ts'
import { suggestionsIn } from '../../../../db/queries/assistant.ts'
import { conversationsOfKeys } from '../../../../db/queries/conversations.ts'
import type { Conversation } from '../../../../db/schema/inbox.ts'
import type { MemberCtx } from '../../../trpc/procedures.ts'
import { listAppointments } from '../../appointments/list-appointments.ts'
import { accept, reject } from '../../assistant/decide.ts'
import type { ActionKind } from '../../assistant/rules/actions.ts'
import { setStatus } from '../../inbox/change-conversation.ts'
import { sendDraft, writeReply } from '../../inbox/write-reply.ts'
import { checkTask } from '../../tasks/check-task.ts'
import { listTasks } from '../../tasks/list-tasks.ts'

/** The conversation that a letter of ours or theirs began. */
export async function conversationOf(needs: MemberCtx, messageId: string): Promise<Conversation> {
  const [found] = await conversationsOfKeys(needs.db, needs.officeId, [messageId])
  if (!found) throw new Error(`The demo has no conversation that began with ${messageId}.`)
  return found.conversation
}

const waitingIn = async ({ db, officeId }: MemberCtx, conversationId: string) =>
  (await suggestionsIn(db, officeId, conversationId)).filter(({ status }) => status === 'waiting')

/**
 * The salon answers, in the newest draft where one is offered, and accepts whatever else was proposed but the older
 * drafts and what the story says it rejects.
 */
export async function answer(
  needs: MemberCtx,
  conversationId: string,
  { text, rejects }: { text: string; rejects: readonly ActionKind[] },
): Promise<void> {
  const waiting = await waitingIn(needs, conversationId)
  const draft = waiting.findLast(({ kind }) => kind === 'draft_reply')
  for (const suggestion of waiting.filter((each) => each !== draft)) {
    const isWrong = suggestion.kind === 'draft_reply' || rejects.includes(suggestion.kind)
    await (isWrong ? reject : accept)(needs, suggestion)
  }
  if (!draft) return void (await writeReply(needs, { conversationId, text }))
  await accept(needs, { ...draft, action: { kind: 'draft_reply', payload: { text } } })
  await sendDraft(needs, { id: draft.id })
}

/** Nothing is left to do: open proposals were not needed, tasks are done, and wishes that were not met are over. */
export async function closeConversation(
  needs: MemberCtx,
  { id, contactId }: Conversation,
  status: 'done' | 'spam',
): Promise<void> {
  for (const suggestion of await waitingIn(needs, id))
    await (suggestion.kind === 'mark_spam' && status === 'spam' ? accept : reject)(needs, suggestion)
  const isOurs = (row: { conversationId: string | null }) => row.conversationId === id
  const tasks = await listTasks(needs, { contactId, view: null })
  for (const task of tasks.filter(isOurs)) if (!task.doneAt) await checkTask(needs, { ...task, done: true })
  const appointments = await listAppointments(needs, { contactId })
  for (const wish of appointments.filter(isOurs))
    if (wish.status === 'requested') await setAppointment(needs.db, needs.officeId, wish.id, { status: 'cancelled' })
  await setStatus(needs, { id, status })
}
