import { isConflict } from '#dialect'
import { touchContact } from '../../../db/queries/contacts.ts'
import {
  insertConversation,
  insertThreadKey,
  reopenConversation,
  touchConversation,
  updateConversation,
} from '../../../db/queries/conversations.ts'
import { inboundById, markFiled } from '../../../db/queries/inbound.ts'
import { insertAttachment, insertMessage, messageByKey } from '../../../db/queries/messages.ts'
import { insertJob } from '../../../db/queries/outbox.ts'
import { alone, commit, joined, type Plan } from '../../../db/queries/plan.ts'
import { insertActivity } from '../../../db/queries/timeline.ts'
import type { Inbound, NewMessage } from '../../../db/schema/inbox.ts'
import type { OfficeCtx } from '../../context.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { oneLine, shorten } from '../../kernel/text.ts'
import { outboxRow } from '../../queue/outbox.ts'
import { type KeptParts, keepParts } from './keep-parts.ts'
import { type Place, placeMessage } from './place-message.ts'
import { readRawMail } from './read-raw-mail.ts'
import { fold } from './rules/fold.ts'
import { answerAddress } from './rules/mail-sender.ts'
import { messageKey } from './rules/message-key.ts'
import type { ParsedMail } from './rules/parsed-mail.ts'
import { replyText } from './rules/reply-text.ts'
import { senderContact } from './sender-contact.ts'

const SUBJECT_LENGTH = 500
const PREVIEW_LENGTH = 200
/** Two mails of one thread or of one new sender, filed at the same moment: the slower one looks again. */
const TRIES = 5

type Needs = Pick<OfficeCtx, 'env' | 'db' | 'office' | 'officeId' | 'files' | 'jobs' | 'desk' | 'log' | 'now' | 'newId'>

/**
 * Makes a message of what arrived at a door: read, safe to show, with its contact and its conversation. Safe to run
 * twice; a mail that came by two doors or to two of our addresses is one message.
 */
export async function fileMessage(needs: Needs, inboundId: string): Promise<void> {
  const inbound = await inboundById(needs.db, needs.officeId, inboundId)
  if (!inbound) throw new Refusal('not_found', 'The delivery that this job is about does not exist.')
  if (inbound.status === 'filed') return
  const { mail, isReadable } = await readRawMail(needs, inbound)
  if (await isKnown(needs, inbound, mail)) return
  const parts = await keepParts(needs, inbound.id, mail)
  for (let tries = 1; ; tries++) {
    try {
      return await fileOnce(needs, { inbound, mail, parts, isReadable })
    } catch (error) {
      if (!isConflict(error) || tries === TRIES) throw error
      if (await isKnown(needs, inbound, mail)) return
    }
  }
}

/** Whether the same mail was filed from another delivery; this one then refers to that message. */
async function isKnown({ db, officeId }: Needs, inbound: Inbound, mail: ParsedMail): Promise<boolean> {
  const filed = await messageByKey(db, officeId, messageKey(mail))
  if (filed) await markFiled(db, officeId, inbound.id, filed.id)
  return filed !== null
}

type Arrival = { inbound: Inbound; mail: ParsedMail; parts: KeptParts; isReadable: boolean }

async function fileOnce(needs: Needs, arrival: Arrival): Promise<void> {
  const { db, officeId, jobs, desk } = needs
  const { inbound, mail } = arrival
  const place = await placeMessage(needs, mail, inbound.createdAt)
  // An answer from an address nobody knows still belongs to whose conversation it is.
  const owner = place.conversation?.contactId
  const sender = owner ? { contactId: owner, plan: alone(() => []) } : await senderContact(needs, mail)
  const { contactId } = sender
  const conversationId = place.conversation?.id ?? needs.newId()
  const message = messageRow(arrival, officeId, conversationId, contactId)
  const job = outboxRow(needs, { kind: 'understand_message', messageId: message.id })
  const plan = joined(
    sender.plan,
    planConversation(needs, place, message),
    alone((db) => [
      insertMessage(db, message),
      ...arrival.parts.attachments.map((attachment) => insertAttachment(db, attachment)),
      ...planTimeline(message).map((activity) => insertActivity(db, activity)),
      ...(contactId ? [touchContact(db, officeId, contactId, message.at)] : []),
      markFiled(db, officeId, inbound.id, message.id),
      insertJob(db, job),
    ]),
  )
  await commit(db, plan)
  await Promise.all([jobs.send([job]), desk.announce([...plan.changes, changeOf(conversationId)])])
}

const changeOf = (conversationId: string) => ({ topic: 'conversation' as const, ids: [conversationId], by: null })

function planConversation({ officeId }: Needs, { conversation, newKeys }: Place, message: NewMessage): Plan {
  const { conversationId, contactId = null, subject, at } = message
  const preview = shorten(oneLine(replyText(message.text, message.ranges)), PREVIEW_LENGTH)
  const newest = { preview, lastFrom: message.from.name || message.from.address, lastMessageAt: at }
  const fields = { officeId, id: conversationId, contactId, subject, createdAt: at, ...newest }
  return alone((db) => [
    ...(conversation
      ? [
          touchConversation(db, officeId, conversationId, newest),
          reopenConversation(db, officeId, conversationId),
          // So far only machines wrote in it.
          ...(conversation.contactId === contactId
            ? []
            : [updateConversation(db, officeId, conversationId, { contactId })]),
        ]
      : [insertConversation(db, fields)]),
    ...newKeys.map((key) => insertThreadKey(db, officeId, key, conversationId)),
  ])
}

function messageRow(
  { inbound, mail, parts, isReadable }: Arrival,
  officeId: OfficeCtx['officeId'],
  conversationId: string,
  contactId: string | null,
): NewMessage {
  const { text, textIsWhole, htmlKey, blockedImages } = parts
  return {
    officeId,
    // The message goes by the id of its delivery, so that a second run finds the files of the first.
    id: inbound.id,
    conversationId,
    contactId,
    direction: 'in',
    state: isReadable ? 'received' : 'unreadable',
    messageKey: messageKey(mail),
    internetMessageId: mail.messageId,
    references: mail.references,
    from: mail.from ?? { name: '', address: inbound.envelopeFrom },
    to: mail.to,
    cc: mail.cc,
    replyTo: answerAddress(mail),
    subject: shorten(mail.subject, SUBJECT_LENGTH) || '(no subject)',
    text,
    textIsWhole,
    ranges: fold(text),
    rawKey: inbound.rawKey,
    htmlKey,
    blockedImages,
    isBulk: mail.bulk || mail.autoSubmitted || mail.deliveryReport,
    notes: mail.notes,
    at: inbound.createdAt,
    sentAt: mail.sentAt ? new Date(mail.sentAt) : null,
    createdAt: inbound.createdAt,
  }
}

function planTimeline({ officeId, id, contactId, at, subject }: NewMessage) {
  if (!contactId) return []
  const by = { kind: 'sender' as const }
  return [{ officeId, id, contactId, at, kind: 'message_received' as const, entityId: id, title: subject, by }]
}
