import { flag, index, instant, json, primaryKey, table, text, uniqueIndex, whole } from '#dialect'
import { ROLES } from '../../worker/features/office/rules/roles.ts'
import type { OfficeSettings } from '../../worker/features/office/rules/settings.ts'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import type { MailAttachment } from '../../worker/kernel/mail-attachment.ts'
import { createdAt, ofOffice } from './columns.ts'
import { users } from './sign-in.ts'

// The directory: what must be known before an office's own database can be chosen. It lives in the first database.

export const offices = table(
  'offices',
  {
    id: text('id').primaryKey().$type<OfficeId>(),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    timeZone: text('time_zone').notNull(),
    /** ISO 3166 code of two letters: how phones and dates without a country are read. */
    country: text('country').notNull(),
    currency: text('currency').notNull(),
    settings: json<OfficeSettings>('settings').notNull(),
    /** Which database holds the rows of this office. */
    shard: whole('shard').notNull().default(0),
    isDemo: flag('is_demo').notNull().default(false),
    /** Whether owners must prove a second factor, once their first days are over. */
    requireSecondFactor: flag('require_second_factor').notNull().default(false),
    version: whole('version').notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('offices_slug').on(t.slug)],
)

export const members = table(
  'members',
  {
    officeId: text('office_id')
      .notNull()
      .$type<OfficeId>()
      .references(() => offices.id),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    role: text('role', { enum: ROLES }).notNull(),
    /** Where this member works, when that is not the office's own zone. */
    timeZone: text('time_zone'),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.officeId, t.userId] }), index('members_user').on(t.userId)],
)

export const invitations = table(
  'invitations',
  {
    ...ofOffice(),
    email: text('email').notNull(),
    role: text('role', { enum: ROLES }).notNull(),
    invitedBy: text('invited_by').notNull(),
    expiresAt: instant('expires_at').notNull(),
    acceptedAt: instant('accepted_at'),
    revokedAt: instant('revoked_at'),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.officeId, t.id] }), index('invitations_email').on(t.email)],
)

/** Where mail for an office arrives: the key stands in its mail address and in the address of its webhooks. */
export const inboundAddresses = table(
  'inbound_addresses',
  {
    key: text('key').primaryKey(),
    officeId: text('office_id')
      .notNull()
      .$type<OfficeId>()
      .references(() => offices.id),
    label: text('label').notNull(),
    /** Counts up when the owner asks for a new secret; the secret itself is derived and not stored. */
    secretVersion: whole('secret_version').notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [index('inbound_addresses_office').on(t.officeId)],
)

/** Mails and texts that the local providers "sent": they can be opened, and go nowhere. Password mail has no office. */
export const sentLocally = table(
  'sent_locally',
  {
    id: text('id').primaryKey(),
    officeId: text('office_id').$type<OfficeId>(),
    to: text('to_address').notNull(),
    subject: text('subject').notNull(),
    text: text('text').notNull(),
    channel: text('channel', { enum: ['email', 'sms'] })
      .notNull()
      .default('email'),
    attachments: json<MailAttachment[]>('attachments').notNull().default([]),
    sentAt: instant('sent_at').notNull(),
  },
  (t) => [index('sent_locally_office').on(t.officeId, t.sentAt)],
)

export type Office = typeof offices.$inferSelect
export type NewOffice = typeof offices.$inferInsert
export type Member = typeof members.$inferSelect
export type Invitation = typeof invitations.$inferSelect
export type NewInvitation = typeof invitations.$inferInsert
export type InboundAddress = typeof inboundAddresses.$inferSelect
