import { contactById, renameContact } from '../../../db/queries/contacts.ts'
import { updateConversation } from '../../../db/queries/conversations.ts'
import { assignMessages } from '../../../db/queries/messages.ts'
import { alone, joined, type Plan } from '../../../db/queries/plan.ts'
import type { Contact } from '../../../db/schema/contacts.ts'
import type { Conversation, Message } from '../../../db/schema/inbox.ts'
import type { OfficeCtx } from '../../context.ts'
import { minorUnits } from '../../kernel/money.ts'
import type { Actor } from '../../kernel/words.ts'
import { planRequest } from '../appointments/plan-request.ts'
import { normalised, planAddress, planContact } from '../contacts/plan-contact.ts'
import { planPutAway } from '../contacts/plan-put-away.ts'
import { planDeal } from '../deals/plan-deal.ts'
import { planReply } from '../inbox/plan-reply.ts'
import { planTask } from '../tasks/plan-task.ts'
import type { Action } from './rules/actions.ts'

type Needs = Pick<OfficeCtx, 'env' | 'db' | 'officeId' | 'office' | 'now' | 'newId'>

/** What an action is carried out for, and by whom. */
export type Occasion = { suggestionId: string; message: Message; conversation: Conversation; by: Actor }
type Payload<Kind extends Action['kind']> = Extract<Action, { kind: Kind }>['payload']

/**
 * The writes that carry out an action. Whatever row it makes goes by the suggestion's own id, so that of two members
 * who accept at the same moment the second is refused by the key and nothing is made twice.
 */
export async function planAction(needs: Needs, action: Action, occasion: Occasion): Promise<Plan> {
  const { suggestionId: id, conversation, message, by } = occasion
  const about = {
    id,
    contactId: conversation.contactId,
    conversationId: conversation.id,
    source: 'assistant' as const,
    by,
  }
  switch (action.kind) {
    case 'create_contact':
    case 'update_contact':
      return planContactFacts(needs, action, occasion)
    case 'create_task':
      return planTask(needs, { ...about, ...action.payload })
    case 'create_deal': {
      const { title, amount } = action.payload
      const amountMinor = amount === null ? null : minorUnits(amount, needs.office.currency)
      return planDeal(needs, { ...about, title, amountMinor })
    }
    case 'request_appointment': {
      const { wantedAt, ...wish } = action.payload
      return planRequest(needs, { ...about, ...wish, wantedAt: wantedAt === null ? null : new Date(wantedAt) })
    }
    case 'draft_reply': {
      const { text } = action.payload
      return planReply(needs, { id, conversation, answers: message, text, state: 'draft', authorId: null })
    }
    case 'mark_spam':
      return joined(
        planConversation(needs, conversation, { status: 'spam' }),
        ...(await planPutAway(needs, conversation)),
      )
  }
}

/** The addresses, each once: one that was typed in two ways would be refused as a conflict with itself. */
function found(needs: Needs, { emails, phones }: Payload<'create_contact'>) {
  const all = [
    ...emails.map((typed) => ({ kind: 'email' as const, typed })),
    ...phones.map((typed) => ({ kind: 'phone' as const, typed })),
  ]
  return [...new Map(all.map((address) => [normalised(needs, address), address])).values()]
}

/** Makes the sender a contact, or adds to the one whom the conversation has: by now, perhaps, unlike when it was proposed. */
async function planContactFacts(
  needs: Needs,
  { kind, payload }: Extract<Action, { kind: 'create_contact' | 'update_contact' }>,
  occasion: Occasion,
): Promise<Plan> {
  const { contactId } = occasion.conversation
  const contact = contactId === null ? null : await contactById(needs.db, needs.officeId, contactId)
  if (!contact || contact.archivedAt) return planNewContact(needs, payload, occasion)
  return planMoreAboutContact(needs, kind === 'create_contact' ? { ...payload, name: null } : payload, contact)
}

/** A contact for a conversation that has none. */
async function planNewContact(needs: Needs, payload: Payload<'create_contact'>, occasion: Occasion): Promise<Plan> {
  const { suggestionId: id, message, conversation, by } = occasion
  const addresses = found(needs, payload)
  const { name: shown, address } = message.from
  const name = payload.name ?? (shown || address || addresses[0]?.typed || 'Unknown sender')
  const person = { id, name, source: 'assistant' as const, by, addresses }
  return joined(
    await planContact(needs, person),
    planConversation(needs, conversation, { contactId: id }),
    alone((db) => [assignMessages(db, needs.officeId, conversation.id, id)]),
  )
}

/** More addresses for a known contact, and a name where so far only an address stood for one. */
async function planMoreAboutContact(needs: Needs, payload: Payload<'update_contact'>, contact: Contact): Promise<Plan> {
  const addressed = await Promise.all(found(needs, payload).map((address) => planAddress(needs, contact.id, address)))
  const plans = addressed.filter((plan) => plan !== null)
  const { name } = payload
  return joined(...plans, ...(name && name !== contact.name ? [planName(needs, contact, name)] : []))
}

function planName({ officeId }: Needs, contact: Contact, name: string): Plan {
  const { id, version } = contact
  return {
    write: (db) => [renameContact(db, officeId, id, version, name)],
    effects: [{ change: 'updated', entity: 'contact', id, before: { name: contact.name }, after: { name } }],
    changes: [{ topic: 'contact', ids: [id], by: null }],
  }
}

function planConversation(
  { officeId }: Needs,
  conversation: Conversation,
  fields: { status: 'spam' } | { contactId: string },
): Plan {
  const { id, status, contactId } = conversation
  const before = 'status' in fields ? { status } : { contactId }
  return {
    write: (db) => [updateConversation(db, officeId, id, fields)],
    effects: [{ change: 'updated', entity: 'conversation', id, before, after: fields }],
    changes: [{ topic: 'conversation', ids: [id], by: null }],
  }
}
