import { z } from 'zod'
import { TimeCursor, TimeCursorSent } from '../../kernel/cursor.ts'
import { Actor, SOURCES } from '../../kernel/words.ts'
import { ValueChanges } from '../fields/input.ts'
import { BULK_DISCARD, bulkInput, bulkValue, listInput, listPage } from '../views/input.ts'
import { TIMELINE_PARTS } from './rules/timeline-parts.ts'

const NAME_LENGTH = 200
const SEARCH_LENGTH = 100
export const PAGE_SIZE = 50

export const contactId = z.string().meta({ ref: 'contacts' })
const name = z.string().trim().min(1, 'A contact needs a name.').max(NAME_LENGTH)
const email = z.email('This is not a mail address.')
const phone = z.string().trim().min(3, 'This is not a phone number.').max(40)

export const AddressShown = z.object({
  id: z.string(),
  kind: z.enum(['email', 'phone', 'postal']),
  value: z.string(),
  asTyped: z.string(),
})
export const ContactRow = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.date(),
  addresses: z.array(AddressShown),
})
export const ContactShown = ContactRow.extend({
  version: z.number(),
  birthday: z.string().nullable(),
  ownerId: z.string().nullable(),
  fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  source: z.enum(SOURCES),
  household: z
    .object({ id: z.string(), name: z.string(), people: z.array(z.object({ id: z.string(), name: z.string() })) })
    .nullable(),
})

/** Where the next page starts; opaque to the client. */
export const ContactCursor = z.object({ nameKey: z.string(), id: z.string() })
export const ListContacts = z.object({
  text: z.string().trim().max(SEARCH_LENGTH).default(''),
  cursor: ContactCursor.nullish(),
})
export const ContactPage = z.object({ rows: z.array(ContactRow), next: ContactCursor.nullable() })

export const CreateContact = z.object({ name, email: email.nullable(), phone: phone.nullable() })
export const RenameContact = z.object({ id: contactId, version: z.number().int(), name })
export const AddAddress = z.object({
  id: contactId,
  kind: z.enum(['email', 'phone']),
  value: z.string().trim().max(320),
})

export const ChangeContact = z.object({ id: contactId, changes: ValueChanges })
/** Without an id where nothing had to be done. */
export const ContactStep = z.object({ actId: z.string().nullable(), title: z.string() })

export const OfAddress = z.object({ id: contactId, addressId: z.string().meta({ ref: 'addresses' }) })
const PART_LENGTH = 120
const part = z.string().trim().max(PART_LENGTH).default('')
export const AddPlace = z.object({
  id: contactId,
  street: z.string().trim().min(1, 'A place needs a street.').max(PART_LENGTH),
  postalCode: part,
  city: part,
  region: part,
  country: part,
  label: z.string().trim().max(40).nullable().default(null),
})

export const LiveWith = z.object({ id: contactId, otherId: contactId })
export const LeaveHousehold = z.object({ id: contactId })
/** `seen` is what the member saw it called; without it, the name is written over knowingly. */
export const RenameHousehold = z.object({ id: contactId, name, seen: z.string().optional() })

/** The addresses of a contact that others have as well: all who have it, and who is meant by it. */
export const SharedAddresses = z.array(
  z.object({
    addressId: z.string(),
    meansId: z.string(),
    people: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
)

const EVIDENCE_LENGTH = 300
const channel = z.enum(['email', 'sms', 'phone', 'marketing'])
export const ConsentShown = z.object({
  id: z.string(),
  channel,
  isGiven: z.boolean(),
  evidence: z.string(),
  at: z.date(),
})
export const GiveConsent = z.object({
  id: contactId,
  channel,
  isGiven: z.boolean(),
  evidence: z.string().trim().min(1, 'Please say how you know: a form, a call, a mail.').max(EVIDENCE_LENGTH),
})

export const ReadTimeline = z.object({
  id: contactId,
  /** What the lines are narrowed to; all of them where nothing is named. */
  parts: z.array(z.enum(TIMELINE_PARTS)).max(TIMELINE_PARTS.length).default([]),
  cursor: TimeCursorSent.nullish(),
})
/** Why a line is there: the words of a message that the assistant acted on, or the file that was imported. */
export const Reason = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('message'),
    /** The suggestion, by which it is taken back. */
    id: z.string(),
    version: z.number(),
    status: z.enum(['waiting', 'accepted', 'rejected', 'undone']),
    /** The member who accepted it; null where the assistant acted by itself. */
    decidedBy: z.string().nullable(),
    confidence: z.number(),
    quotes: z.array(z.string()),
    sender: z.string(),
    subject: z.string(),
    conversationId: z.string(),
  }),
  z.object({ kind: z.literal('import'), fileName: z.string() }),
])
export const ActivityShown = z.object({
  id: z.string(),
  at: z.date(),
  kind: z.string(),
  entityId: z.string(),
  title: z.string(),
  /** Of a line about a message. */
  conversationId: z.string().nullable(),
  /** What was changed, where it was an edit. */
  changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  by: Actor,
  reason: Reason.nullable(),
})
export const TimelinePage = z.object({ rows: z.array(ActivityShown), next: TimeCursor.nullable() })

const Alike = z.object({ id: z.string(), name: z.string(), createdAt: z.date() })
/** Pairs that may be one person, each with why it is thought so. */
export const Duplicates = z.array(z.object({ one: Alike, other: Alike, why: z.array(z.string()) }))
const TYPED_LENGTH = 200
const typed = z.string().trim().max(TYPED_LENGTH).default('')
/** What was typed so far of somebody who is being written down. */
export const FindAlike = z.object({ name: typed, email: typed, phone: typed })
/** Who is in the list already and may be meant, the surest first. */
export const AlikeShown = z.array(z.object({ id: z.string(), name: z.string(), address: z.string(), why: z.string() }))
export const TellApart = z.object({ oneId: contactId, otherId: contactId })

const MOST_CHOICES = 200
export const MergeContacts = z.object({
  keepId: contactId,
  dropId: contactId,
  /** The fields that the one that stays takes over: `name`, `birthday`, `ownerId`, `householdId`, or `fields.` and an id. */
  fromOther: z.array(z.string().regex(/^(name|birthday|ownerId|householdId|fields\..{1,60})$/)).max(MOST_CHOICES),
})
export const Merged = z.object({ id: z.string(), actId: z.string(), title: z.string() })

/** The list as a table: any columns, filter and order. */
export const ReadTable = listInput(contactId)
const Named = z.object({ id: z.string(), name: z.string() })
export const TableRow = ContactRow.extend({
  birthday: z.string().nullable(),
  ownerId: z.string().nullable(),
  lastContactAt: z.date().nullable(),
  fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  tags: z.array(z.string()),
  companies: z.array(Named),
})
export const TablePage = listPage(TableRow)

/** What can be written into many contacts at once: not the name, by which they are told apart. */
const BulkColumn = z.string().regex(/^(ownerId|birthday|fields\..{1,60})$/)
/** One change of many contacts at once. */
export const ContactBulk = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tag'), name: z.string().trim().min(1, 'A tag needs a name.').max(40) }),
  z.object({ kind: z.literal('untag'), tagId: z.string().meta({ ref: 'tags' }) }),
  bulkValue(BulkColumn),
  BULK_DISCARD,
])
export const BulkContacts = bulkInput(contactId, ContactBulk)
