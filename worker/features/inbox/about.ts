import type { z } from 'zod'
import { rowsNow } from '../../../db/queries/acts.ts'
import { sharersOf } from '../../../db/queries/contacts.ts'
import { filedWith } from '../../../db/queries/messages.ts'
import type { OfficeCtx } from '../../context.ts'
import { notFound } from '../../kernel/refusal.ts'
import { doStep, NO_STEP, type Step, type StepNeeds } from '../acts/do-step.ts'
import type { ActTable, RowChange } from '../acts/rules/act-row.ts'
import { knownContact } from '../contacts/read-contact.ts'
import type { About, ConversationId, SetContact } from './input.ts'
import { knownConversation } from './read-conversation.ts'

/** More messages than a conversation about the wrong person has; older ones stay where they are. */
const MOST_MOVED = 200

/** Whom a conversation may be about, where its address belongs to several people; empty where that is no question. */
export async function aboutWhom(
  needs: Pick<OfficeCtx, 'db' | 'officeId'>,
  { id }: z.infer<typeof ConversationId>,
): Promise<z.infer<typeof About>> {
  const { contactId } = await knownConversation(needs, id)
  const people = contactId ? await sharersOf(needs.db, needs.officeId, contactId) : []
  return people.length > 1 ? people : []
}

/** Says whom a conversation is about: its messages and their lines in the timeline go to that person, as one step. */
export async function setContact(
  needs: StepNeeds,
  { id, contactId }: z.infer<typeof SetContact>,
): Promise<Step | typeof NO_STEP> {
  const { db, officeId } = needs
  const [conversation, contact] = await Promise.all([knownConversation(needs, id), knownContact(needs, contactId)])
  if (conversation.contactId === contactId) return NO_STEP
  const before = conversation.contactId
  const filed = before ? await filedWith(db, officeId, id, before, MOST_MOVED) : { messageIds: [], lineIds: [] }
  const moved = async (table: ActTable, ids: string[]): Promise<RowChange[]> => {
    const rows = await rowsNow(
      db,
      officeId,
      table,
      ids.map((each) => [each]),
    )
    return [...rows.values()].map((row) => ({ table, before: row, after: { ...row, contactId } }))
  }
  const rows = [
    ...(await moved('conversations', [id])),
    ...(await moved('messages', filed.messageIds)),
    ...(await moved('activities', filed.lineIds)),
  ]
  if (rows.length === 0) throw notFound('conversation')
  const title = `This is about ${contact.name}`
  const step = await doStep(needs, { title, record: 'conversation', id, topic: 'conversation' }, rows)
  await needs.desk.announce([{ topic: 'contact', ids: [contactId], by: needs.member.userId }])
  return step
}
