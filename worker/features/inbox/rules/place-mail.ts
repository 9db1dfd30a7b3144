import { DAY_MS } from '../../../kernel/time.ts'
import { normaliseSubject, subjectKind } from './normalise-subject.ts'

/**
 * A mail as far as it matters for threading. Addresses are normalised, `at` is an ISO instant. `aliases` are further
 * addresses of the sender: Reply-To, others of the same contact, and, for a member's own mail, those of the office.
 */
export type IncomingMail = {
  subject: string
  from: string
  aliases?: readonly string[]
  to: readonly string[]
  at: string
  isAnchored: boolean
}

/** A conversation that one of a mail's keys belongs to. */
export type KnownConversation = {
  id: string
  participants: ReadonlySet<string>
  /** Normalised. */
  subjects: ReadonlySet<string>
  lastAt: string
  /** Conversations that a rule or a person told apart from this one; they are never fused again. */
  apartFrom: ReadonlySet<string>
}

/** Where the keys of one mail lead, each conversation once. */
export type KnownKeys = {
  /** By our own unguessable token, which also authorises the sender. */
  byAnchor: KnownConversation | null
  /** An earlier arrival already refers to this mail's own id. */
  byOwnId: KnownConversation | null
  /** By References and In-Reply-To, nearest ancestor first. */
  byReference: readonly KnownConversation[]
  /** Conversations of the same normalised subject. */
  bySubject: readonly KnownConversation[]
}

export type Placement =
  | { kind: 'join'; conversationId: string }
  | { kind: 'new'; refersTo?: string }
  | { kind: 'fuse'; into: string; from: string[] }

const MAX_QUIET_DAYS = 30
const MAX_SUBJECT_AGE_DAYS = 14
const MIN_SUBJECT_LENGTH = 8
const MIN_SHARED_PARTICIPANTS = 2

/** Subjects that many unrelated mails carry. */
const GENERIC_SUBJECTS: ReadonlySet<string> = new Set(
  (
    'appointment|appointment request|booking|booking request|question|your request|inquiry|enquiry|invoice|reminder|' +
    'hello there|information|no subject|(no subject)|anfrage|terminanfrage|rechnung|kein betreff|(kein betreff)|' +
    'rendez-vous|consulta|pregunta'
  ).split('|'),
)

/**
 * Decides where one mail belongs, by the first key that counts: anchor, own id, references, and last and narrowly the
 * subject. Without an anchor only a participant may join; a forward, and a new matter in an old thread, begin their own
 * conversation that refers to the old one.
 */
export function placeMail(mail: IncomingMail, known: KnownKeys): Placement {
  const found = [known.byOwnId, ...known.byReference].filter((conversation) => conversation !== null)
  if (known.byAnchor !== null) return joined(known.byAnchor, found)
  const trusted = found.filter((conversation) => mail.isAnchored || tookPart(mail, conversation))
  const [home] = trusted
  if (home !== undefined) {
    const isExpected = home === known.byOwnId || mail.isAnchored
    return isExpected || !beginsAnew(mail, home) ? joined(home, trusted) : { kind: 'new', refersTo: home.id }
  }
  const [guarded] = found
  if (guarded !== undefined) return { kind: 'new', refersTo: guarded.id }
  const [match, ...others] = known.bySubject.filter((conversation) => isSameMatter(mail, conversation))
  return match !== undefined && others.length === 0 ? { kind: 'join', conversationId: match.id } : { kind: 'new' }
}

const tookPart = (mail: IncomingMail, conversation: KnownConversation) =>
  [mail.from, ...(mail.aliases ?? [])].some((address) => conversation.participants.has(address))

function joined(home: KnownConversation, found: readonly KnownConversation[]): Placement {
  const members = [home]
  for (const other of found) {
    const isNew = members.every((member) => member.id !== other.id)
    if (isNew && sharePeople(home, other) && members.every((member) => !areApart(member, other))) members.push(other)
  }
  const from = members.slice(1).map((member) => member.id)
  return from.length > 0 ? { kind: 'fuse', into: home.id, from } : { kind: 'join', conversationId: home.id }
}

const areApart = (one: KnownConversation, other: KnownConversation) =>
  one.apartFrom.has(other.id) || other.apartFrom.has(one.id)

/** Two people in common, or one conversation wholly among the people of the other. */
function sharePeople(one: KnownConversation, other: KnownConversation): boolean {
  const shared = [...one.participants].filter((address) => other.participants.has(address)).length
  return shared >= MIN_SHARED_PARTICIPANTS || shared === Math.min(one.participants.size, other.participants.size)
}

function beginsAnew(mail: IncomingMail, home: KnownConversation): boolean {
  if (subjectKind(mail.subject) === 'forward') return true
  return daysBetween(home.lastAt, mail.at) > MAX_QUIET_DAYS && !home.subjects.has(normaliseSubject(mail.subject))
}

function isSameMatter(mail: IncomingMail, conversation: KnownConversation): boolean {
  const subject = normaliseSubject(mail.subject)
  const isTelling = subject.length >= MIN_SUBJECT_LENGTH && !GENERIC_SUBJECTS.has(subject)
  if (subjectKind(mail.subject) !== 'reply' || !isTelling || !conversation.subjects.has(subject)) return false
  const isSamePeople = tookPart(mail, conversation) && mail.to.some((address) => conversation.participants.has(address))
  return isSamePeople && Math.abs(daysBetween(conversation.lastAt, mail.at)) <= MAX_SUBJECT_AGE_DAYS
}

const daysBetween = (earlier: string, later: string) => (Date.parse(later) - Date.parse(earlier)) / DAY_MS
