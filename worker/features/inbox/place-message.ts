import { conversationById, conversationsOfKeys, participantsOf } from '../../../db/queries/conversations.ts'
import type { Conversation } from '../../../db/schema/inbox.ts'
import type { OfficeCtx } from '../../context.ts'
import { anchoredIn } from './anchors.ts'
import { normaliseSubject } from './rules/normalise-subject.ts'
import type { ParsedMail } from './rules/parsed-mail.ts'
import { type KnownConversation, placeMail } from './rules/place-mail.ts'

type Needs = Pick<OfficeCtx, 'env' | 'db' | 'officeId'>
export type Place = {
  /** Null: this mail begins one. */
  conversation: Conversation | null
  /** The ids by which later mails find the conversation, and that are not known yet. */
  newKeys: string[]
}

/**
 * Finds the conversation a mail belongs to, by anchor, by its own id when an answer was faster, and by its references.
 * `arrivedAt` counts where the mail has no date of its own, so that a late delivery does not change its place.
 */
export async function placeMessage(needs: Needs, mail: ParsedMail, arrivedAt: Date): Promise<Place> {
  const keys = [...new Set([mail.messageId, ...mail.references])]
  const [rows, anchored] = await Promise.all([
    conversationsOfKeys(needs.db, needs.officeId, keys),
    anchoredIn(needs, mail.references),
  ])
  const home = anchored ? await conversationById(needs.db, needs.officeId, anchored) : null
  const candidates = new Map([...rows.map((row) => row.conversation), ...(home ? [home] : [])].map((c) => [c.id, c]))
  const known = new Map<string, KnownConversation>()
  for (const conversation of candidates.values()) known.set(conversation.id, await asKnown(needs, conversation))
  const ofKey = (key: string) => known.get(rows.find((row) => row.key === key)?.conversation.id ?? '') ?? null
  const recipients = [...mail.to, ...mail.cc].map(({ address }) => address)
  const placement = placeMail(
    {
      subject: mail.subject,
      from: mail.from?.address ?? '',
      aliases: mail.replyTo.map(({ address }) => address),
      to: recipients,
      at: mail.sentAt ?? arrivedAt.toISOString(),
      isAnchored: home !== null,
    },
    {
      byAnchor: home ? (known.get(home.id) ?? null) : null,
      byOwnId: ofKey(mail.messageId),
      byReference: mail.references.toReversed().flatMap((key) => ofKey(key) ?? []),
      bySubject: [],
    },
  )
  const foundKeys = new Set(rows.map((row) => row.key))
  return {
    conversation: candidates.get(placedIn(placement) ?? '') ?? null,
    newKeys: keys.filter((key) => !foundKeys.has(key)),
  }
}

const placedIn = (placement: ReturnType<typeof placeMail>) =>
  placement.kind === 'join' ? placement.conversationId : placement.kind === 'fuse' ? placement.into : null

async function asKnown({ db, officeId }: Needs, conversation: Conversation): Promise<KnownConversation> {
  const rows = await participantsOf(db, officeId, conversation.id)
  const people = rows.flatMap((row) => [row.from, ...row.to, ...row.cc]).map(({ address }) => address)
  return {
    id: conversation.id,
    // Our own answers name no address, and a mail without a readable sender must not pass for one of them.
    participants: new Set(people.filter((address) => address !== '')),
    subjects: new Set([normaliseSubject(conversation.subject)]),
    lastAt: conversation.lastMessageAt.toISOString(),
    apartFrom: new Set(),
  }
}
