import { flag, foreignKey, index, instant, json, primaryKey, table, text, uniqueIndex, whole } from '#dialect'
import { type Actor, SOURCES } from '../../worker/kernel/words.ts'
import { archivedAt, createdAt, ofOffice, ownFields } from './columns.ts'
import { companies } from './companies.ts'

export const ADDRESS_KINDS = ['email', 'phone', 'postal'] as const

/** The parts of a postal address; its `value` is the same, folded into one line. */
export type PostalParts = { street: string; postalCode: string; city: string; region: string; country: string }

export const households = table(
  'households',
  { ...ofOffice(), name: text('name').notNull(), createdAt: createdAt() },
  (t) => [primaryKey({ columns: [t.officeId, t.id] })],
)

export const contacts = table(
  'contacts',
  {
    ...ofOffice(),
    name: text('name').notNull(),
    /** The name, folded for searching and sorting. */
    nameKey: text('name_key').notNull(),
    householdId: text('household_id'),
    /** `YYYY-MM-DD`, or `--MM-DD` where the year is not known: it has no zone. */
    birthday: text('birthday'),
    /** The member who looks after this person. */
    ownerId: text('owner_id'),
    fields: ownFields(),
    /** When a message last went either way. */
    lastContactAt: instant('last_contact_at'),
    /** Set when this contact was merged into another: whoever follows an old link is led there. */
    mergedIntoId: text('merged_into_id'),
    source: text('source', { enum: SOURCES }).notNull(),
    version: whole('version').notNull().default(1),
    createdAt: createdAt(),
    archivedAt: archivedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.id] }),
    foreignKey({ columns: [t.officeId, t.householdId], foreignColumns: [households.officeId, households.id] }),
    index('contacts_name').on(t.officeId, t.nameKey, t.id),
    index('contacts_household').on(t.officeId, t.householdId),
    index('contacts_created').on(t.officeId, t.createdAt, t.id),
    index('contacts_last_contact').on(t.officeId, t.lastContactAt, t.id),
  ],
)

/** An email address, a phone number or a place. A family may share one, so it belongs to nobody by itself. */
export const addresses = table(
  'addresses',
  {
    ...ofOffice(),
    kind: text('kind', { enum: ADDRESS_KINDS }).notNull(),
    /** Lower-case mail address, E.164, or the place folded into one line. */
    value: text('value').notNull(),
    asTyped: text('as_typed').notNull(),
    /** Of a place only. */
    parts: json<PostalParts>('parts'),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.officeId, t.id] }), uniqueIndex('addresses_value').on(t.officeId, t.kind, t.value)],
)

export const contactAddresses = table(
  'contact_addresses',
  {
    officeId: ofOffice().officeId,
    contactId: text('contact_id').notNull(),
    addressId: text('address_id').notNull(),
    /** The person meant when a message from a shared address does not say who it is about. */
    isDefault: flag('is_default').notNull().default(true),
    /** What it is to this person: work, home, mobile, or their own word. */
    label: text('label'),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.contactId, t.addressId] }),
    foreignKey({ columns: [t.officeId, t.contactId], foreignColumns: [contacts.officeId, contacts.id] }),
    foreignKey({ columns: [t.officeId, t.addressId], foreignColumns: [addresses.officeId, addresses.id] }),
    index('contact_addresses_address').on(t.officeId, t.addressId),
  ],
)

export const companyAddresses = table(
  'company_addresses',
  {
    officeId: ofOffice().officeId,
    companyId: text('company_id').notNull(),
    addressId: text('address_id').notNull(),
    label: text('label'),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.companyId, t.addressId] }),
    foreignKey({ columns: [t.officeId, t.companyId], foreignColumns: [companies.officeId, companies.id] }),
    foreignKey({ columns: [t.officeId, t.addressId], foreignColumns: [addresses.officeId, addresses.id] }),
    index('company_addresses_address').on(t.officeId, t.addressId),
  ],
)

/** What two people can be to each other, told from either side: “mother” and “child”. */
export const relationKinds = table(
  'relation_kinds',
  {
    ...ofOffice(),
    name: text('name').notNull(),
    reverseName: text('reverse_name').notNull(),
    position: whole('position').notNull(),
  },
  (t) => [primaryKey({ columns: [t.officeId, t.id] })],
)

/** `fromId` is the `name` of `toId`, and `toId` the `reverseName` of `fromId`. */
export const relations = table(
  'relations',
  {
    ...ofOffice(),
    kindId: text('kind_id').notNull(),
    fromId: text('from_id').notNull(),
    toId: text('to_id').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.id] }),
    foreignKey({ columns: [t.officeId, t.kindId], foreignColumns: [relationKinds.officeId, relationKinds.id] }),
    foreignKey({ columns: [t.officeId, t.fromId], foreignColumns: [contacts.officeId, contacts.id] }),
    foreignKey({ columns: [t.officeId, t.toId], foreignColumns: [contacts.officeId, contacts.id] }),
    uniqueIndex('relations_once').on(t.officeId, t.fromId, t.toId, t.kindId),
    index('relations_to').on(t.officeId, t.toId),
  ],
)

/** A person at a company, in a role. One that has ended stays, so that history can be read. */
export const contactCompanies = table(
  'contact_companies',
  {
    officeId: ofOffice().officeId,
    contactId: text('contact_id').notNull(),
    companyId: text('company_id').notNull(),
    role: text('role'),
    hasEnded: flag('has_ended').notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.contactId, t.companyId] }),
    foreignKey({ columns: [t.officeId, t.contactId], foreignColumns: [contacts.officeId, contacts.id] }),
    foreignKey({ columns: [t.officeId, t.companyId], foreignColumns: [companies.officeId, companies.id] }),
    index('contact_companies_company').on(t.officeId, t.companyId),
  ],
)

export const CONSENT_CHANNELS = ['email', 'sms', 'phone', 'marketing'] as const

/** What a person allowed or took back, with how it is known. Append-only: the newest of a channel counts. */
export const consents = table(
  'consents',
  {
    ...ofOffice(),
    contactId: text('contact_id').notNull(),
    channel: text('channel', { enum: CONSENT_CHANNELS }).notNull(),
    isGiven: flag('is_given').notNull(),
    /** In the member's words, such as “signed form of 2 March”. */
    evidence: text('evidence').notNull(),
    by: json<Actor>('by').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.id] }),
    foreignKey({ columns: [t.officeId, t.contactId], foreignColumns: [contacts.officeId, contacts.id] }),
    index('consents_contact').on(t.officeId, t.contactId, t.channel, t.at),
  ],
)

/** Two contacts that look alike and are not the same person: they are not proposed again. The smaller id comes first. */
export const differentPeople = table(
  'different_people',
  {
    officeId: ofOffice().officeId,
    oneId: text('one_id').notNull(),
    otherId: text('other_id').notNull(),
    by: text('by').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.oneId, t.otherId] }),
    foreignKey({ columns: [t.officeId, t.oneId], foreignColumns: [contacts.officeId, contacts.id] }),
    foreignKey({ columns: [t.officeId, t.otherId], foreignColumns: [contacts.officeId, contacts.id] }),
  ],
)

export type Contact = typeof contacts.$inferSelect
export type NewContact = typeof contacts.$inferInsert
export type Address = typeof addresses.$inferSelect
export type NewAddress = typeof addresses.$inferInsert
export type Relation = typeof relations.$inferSelect
export type RelationKind = typeof relationKinds.$inferSelect
export type ContactCompany = typeof contactCompanies.$inferSelect
export type Consent = typeof consents.$inferSelect
