import { ConversationBook } from './conversation-book.ts'
import { cappedReferences, normaliseMessageId } from './message-ids.ts'
import { normaliseAddress } from './normalise-address.ts'
import { normaliseSubject } from './normalise-subject.ts'
import { placeMail } from './place-mail.ts'

export type ThreadedMail = {
  id: string
  messageId?: string
  /** Oldest first; In-Reply-To last. */
  references: string[]
  /** Our own token in an address or id of this mail, already checked. */
  anchor?: string
  subject: string
  from: string
  to: string[]
  /** ISO instant of the mail's own date, not of its arrival. */
  at: string
}

/**
 * The conversations among mails, as lists of mail ids, oldest first. The mails are taken by their dates and not in the
 * order given, so every order of arrival gives the same conversations, and a mail given twice counts once.
 */
export function threads(mails: readonly ThreadedMail[]): string[][] {
  const book = new ConversationBook()
  const unique = new Map(mails.map((mail) => [mail.id, mail]))
  for (const mail of [...unique.values()].sort(byDate)) file(book, mail)
  const place = new Map([...unique.values()].sort(byDate).map((mail, index) => [mail.id, index]))
  return book.lists().map((ids) => ids.sort((one, other) => (place.get(one) ?? 0) - (place.get(other) ?? 0)))
}

const instant = (mail: ThreadedMail) => Date.parse(mail.at) || 0
const byDate = (one: ThreadedMail, other: ThreadedMail) =>
  instant(one) - instant(other) || (one.id < other.id ? -1 : Number(one.id > other.id))

function file(book: ConversationBook, mail: ThreadedMail): void {
  const own = mail.messageId === undefined ? null : idKey(mail.messageId)
  const anchor = mail.anchor === undefined ? null : `anchor ${mail.anchor}`
  const references = cappedReferences(mail.references.map(idKey))
  const from = addressKey(mail.from)
  const to = mail.to.map(addressKey)
  const subject = normaliseSubject(mail.subject)
  const found = references.toReversed().map((key) => book.byKey(key))
  const place = placeMail(
    { subject: mail.subject, from, to, at: mail.at, isAnchored: anchor !== null },
    {
      byAnchor: book.byKey(anchor),
      byOwnId: book.byKey(own),
      byReference: [...new Set(found)].filter((conversation) => conversation !== null),
      bySubject: book.bySubject(from, subject),
    },
  )
  const keys = [own, anchor, ...references].filter((key) => key !== null)
  book.add(settle(book, place, mail), { id: mail.id, keys, participants: [from, ...to], subject, at: mail.at })
}

/** Carries out a placement, and names the conversation that the mail goes to. */
function settle(book: ConversationBook, place: ReturnType<typeof placeMail>, mail: ThreadedMail): string {
  if (place.kind === 'join') return place.conversationId
  if (place.kind === 'new') {
    book.begin(mail.id, mail.at, place.refersTo)
    return mail.id
  }
  for (const other of place.from) book.fuse(place.into, other)
  return place.into
}

const idKey = (id: string) => `id ${normaliseMessageId(id) ?? id}`

const ANGLE_ADDRESS = /<([^<>]{1,300})>\s*$/
const addressKey = (text: string) =>
  normaliseAddress(ANGLE_ADDRESS.exec(text)?.[1] ?? text) ?? text.trim().toLowerCase()
