import type { z } from 'zod'
import { isConflict } from '#dialect'
import { touchContact } from '../../../db/queries/contacts.ts'
import { touchConversation } from '../../../db/queries/conversations.ts'
import { messageById, moveMessage, pageOfMessages, updateDraft } from '../../../db/queries/messages.ts'
import { insertJob } from '../../../db/queries/outbox.ts'
import { alone, commit, joined, type Plan } from '../../../db/queries/plan.ts'
import { insertActivity } from '../../../db/queries/timeline.ts'
import type { Message } from '../../../db/schema/inbox.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import { oneLine, shorten } from '../../kernel/text.ts'
import { outboxRow } from '../../queue/outbox.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import type { SaveDraft, SendDraft, WriteReply } from './input.ts'
import { planReply } from './plan-reply.ts'
import { knownConversation } from './read-conversation.ts'

/** How far back the message that an answer answers is looked for. */
const LOOK_BACK = 50
const PREVIEW_LENGTH = 200

type Needs = Pick<MemberCtx, 'env' | 'db' | 'officeId' | 'office' | 'now' | 'newId' | 'desk' | 'jobs' | 'member'>

const nobodyToAnswer = () => new Refusal('invalid', 'There is nobody to answer in this conversation.')

/** Sends an answer to whoever wrote last in the conversation. It leaves by the outbox, once. */
export async function writeReply(needs: Needs, input: z.infer<typeof WriteReply>): Promise<{ id: string }> {
  const { db, officeId, newId, member } = needs
  const conversation = await knownConversation(needs, input.conversationId)
  const recent = await pageOfMessages(db, officeId, conversation.id, { before: null, limit: LOOK_BACK })
  const answers = recent.find((message) => message.direction === 'in' && message.from.address !== '')
  if (!answers) throw nobodyToAnswer()
  const id = newId()
  const reply = { id, conversation, answers, text: input.text, state: 'queued' as const, authorId: member.userId }
  const plan = await planReply(needs, reply)
  return sent(needs, { id, contactId: conversation.contactId, subject: answers.subject }, plan)
}

/** Sends a draft as it stands. */
export async function sendDraft(needs: Needs, { id }: z.infer<typeof SendDraft>): Promise<{ id: string }> {
  const { officeId, office, now, member } = needs
  const draft = await knownDraft(needs, id)
  if (!draft.to.some(({ address }) => address !== '')) throw nobodyToAnswer()
  const newest = { preview: shorten(oneLine(draft.text), PREVIEW_LENGTH), lastFrom: office.name, lastMessageAt: now() }
  return sent(needs, draft, {
    write: (db) => [
      moveMessage(db, officeId, id, 'draft', 'queued'),
      touchConversation(db, officeId, draft.conversationId, newest),
    ],
    effects: [],
    changes: [{ topic: 'conversation', ids: [draft.conversationId], by: member.userId }],
  })
}

/** Keeps what a member changed in a draft. */
export async function saveDraft(needs: Needs, { id, text }: z.infer<typeof SaveDraft>): Promise<{ id: string }> {
  const draft = await knownDraft(needs, id)
  const [saved] = await updateDraft(needs.db, needs.officeId, id, {
    ...{ subject: draft.subject, text, authorId: needs.member.userId },
  })
  if (!saved) throw new Refusal('conflict', 'This answer has been sent meanwhile.')
  await needs.desk.announce([{ topic: 'conversation', ids: [draft.conversationId], by: needs.member.userId }])
  return { id }
}

async function knownDraft({ db, officeId }: Needs, id: string): Promise<Message> {
  const message = await messageById(db, officeId, id)
  if (message?.direction !== 'out') throw notFound('draft')
  return message
}

type Sent = Pick<Message, 'id' | 'contactId' | 'subject'>

/** Commits the answer together with the job that carries it out. A second click finds the job there and sends nothing. */
async function sent(needs: Needs, message: Sent, plan: Plan): Promise<{ id: string }> {
  const { db, officeId, now, jobs, desk, member } = needs
  const { id, contactId, subject } = message
  const job = outboxRow(needs, { kind: 'send_message', messageId: id }, id)
  const by = { kind: 'member' as const, userId: member.userId }
  const activity = { officeId, id, at: now(), kind: 'message_sent' as const, entityId: id, title: subject, by }
  const rest = alone((db) => [
    insertJob(db, job),
    ...(contactId
      ? [insertActivity(db, { ...activity, contactId }), touchContact(db, officeId, contactId, activity.at)]
      : []),
  ])
  try {
    await commit(db, joined(plan, rest))
  } catch (error) {
    if (isConflict(error)) return { id }
    throw error
  }
  await Promise.all([jobs.send([job]), desk.announce(plan.changes)])
  return { id }
}
