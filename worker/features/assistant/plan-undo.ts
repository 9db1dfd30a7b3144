import { appointmentById, archiveAppointment } from '../../../db/queries/appointments.ts'
import { archiveContact, contactById, renameContact, unlinkAddress } from '../../../db/queries/contacts.ts'
import { conversationById, updateConversation } from '../../../db/queries/conversations.ts'
import { archiveDeal, dealById } from '../../../db/queries/deals.ts'
import { assignMessages, messageById, removeDraft } from '../../../db/queries/messages.ts'
import { alone, type Plan } from '../../../db/queries/plan.ts'
import { archiveTask, taskById } from '../../../db/queries/tasks.ts'
import type { Effect } from '../../../db/schema/assistant.ts'
import { CONVERSATION_STATUSES } from '../../../db/schema/inbox.ts'
import type { OfficeCtx } from '../../context.ts'

type Needs = Pick<OfficeCtx, 'db' | 'officeId' | 'now'>
type Created = Extract<Effect, { change: 'created' }>
type Updated = Extract<Effect, { change: 'updated' }>

/** The writes that take an effect back. Null: somebody worked with the row since, or it is gone, so it stays as it is. */
export async function planUndo(needs: Needs, effect: Effect): Promise<Plan | null> {
  switch (effect.change) {
    case 'created':
      return planRemoval(needs, effect)
    case 'linked':
      return alone((db) => [unlinkAddress(db, needs.officeId, effect.contactId, effect.addressId)])
    case 'archived':
      return alone((db) => [archiveContact(db, needs.officeId, effect.id, null)])
    case 'updated':
      return effect.entity === 'contact' ? planOldName(needs, effect) : planOldConversation(needs, effect)
  }
}

async function planRemoval(needs: Needs, { entity, id, version }: Created): Promise<Plan | null> {
  const { db, officeId, now } = needs
  const at = now()
  switch (entity) {
    case 'contact':
      return untouched(await contactById(db, officeId, id), version, (db) => archiveContact(db, officeId, id, at))
    case 'task':
      return untouched(await taskById(db, officeId, id), version, (db) => archiveTask(db, officeId, id, at))
    case 'deal':
      return untouched(await dealById(db, officeId, id), version, (db) => archiveDeal(db, officeId, id, at))
    case 'appointment':
      return untouched(await appointmentById(db, officeId, id), version, (db) =>
        archiveAppointment(db, officeId, id, at),
      )
    case 'draft': {
      const draft = await messageById(db, officeId, id)
      // A draft that has an author was rewritten by a member: it is theirs now.
      return draft?.state === 'draft' && draft.authorId === null ? alone((db) => [removeDraft(db, officeId, id)]) : null
    }
  }
}

const untouched = (
  row: { version: number } | null,
  version: number,
  statement: (...args: Parameters<Plan['write']>) => ReturnType<Plan['write']>[number],
): Plan | null => (row?.version === version ? alone((db) => [statement(db)]) : null)

async function planOldName({ db, officeId }: Needs, { id, before, after }: Updated): Promise<Plan | null> {
  const contact = await contactById(db, officeId, id)
  const { name } = before
  if (!contact || !name || contact.name !== after.name) return null
  return alone((db) => [renameContact(db, officeId, id, contact.version, name)])
}

async function planOldConversation({ db, officeId }: Needs, { id, before, after }: Updated): Promise<Plan | null> {
  const conversation = await conversationById(db, officeId, id)
  if (!conversation) return null
  const status = CONVERSATION_STATUSES.find((each) => each === before.status)
  if (status && conversation.status !== after.status) return null
  if (status) return alone((db) => [updateConversation(db, officeId, id, { status })])
  if (conversation.contactId !== after.contactId) return null
  const contactId = before.contactId ?? null
  return alone((db) => [
    updateConversation(db, officeId, id, { contactId }),
    assignMessages(db, officeId, id, contactId),
  ])
}
