import { flag, foreignKey, index, instant, json, primaryKey, table, text, uniqueIndex, whole } from '#dialect'
import { archivedAt, createdAt, ofOffice } from './columns.ts'

/** Where a row came from, so that every automatic act can be told from a member's. */
export const SOURCES = ['member', 'message', 'assistant', 'demo'] as const
export type Source = (typeof SOURCES)[number]

/** Who did something. */
export type Actor =
  | { kind: 'member'; userId: string }
  | { kind: 'assistant'; suggestionId: string }
  | { kind: 'sender' }

export const ADDRESS_KINDS = ['email', 'phone'] as const

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
  ],
)

/** An email address or a phone number. A family may share one, so it belongs to nobody by itself. */
export const addresses = table(
  'addresses',
  {
    ...ofOffice(),
    kind: text('kind', { enum: ADDRESS_KINDS }).notNull(),
    /** Lower-case address, or E.164. */
    value: text('value').notNull(),
    asTyped: text('as_typed').notNull(),
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
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.contactId, t.addressId] }),
    foreignKey({ columns: [t.officeId, t.contactId], foreignColumns: [contacts.officeId, contacts.id] }),
    foreignKey({ columns: [t.officeId, t.addressId], foreignColumns: [addresses.officeId, addresses.id] }),
    index('contact_addresses_address').on(t.officeId, t.addressId),
  ],
)

export const ACTIVITY_KINDS = [
  'contact_created',
  'contact_updated',
  'message_received',
  'message_sent',
  'task_created',
  'task_done',
  'deal_created',
  'deal_moved',
  'appointment_requested',
  'appointment_confirmed',
  'appointment_done',
  'undone',
] as const

/** The timeline of a contact. The title is kept, so that history outlives what it tells of. */
export const activities = table(
  'activities',
  {
    ...ofOffice(),
    contactId: text('contact_id').notNull(),
    at: instant('at').notNull(),
    kind: text('kind', { enum: ACTIVITY_KINDS }).notNull(),
    entityId: text('entity_id').notNull(),
    title: text('title').notNull(),
    by: json<Actor>('by').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.id] }),
    foreignKey({ columns: [t.officeId, t.contactId], foreignColumns: [contacts.officeId, contacts.id] }),
    index('activities_contact').on(t.officeId, t.contactId, t.at, t.id),
  ],
)

export type Contact = typeof contacts.$inferSelect
export type Address = typeof addresses.$inferSelect
export type NewActivity = typeof activities.$inferInsert
