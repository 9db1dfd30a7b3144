import { flag, index, instant, primaryKey, table, text, whole } from '#dialect'
import { MESSAGE_STATES } from '../../worker/features/customer-messages/rules/delivery.ts'
import { CHANNELS, EVENTS, UNITS, WAYS } from '../../worker/features/customer-messages/rules/steps.ts'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { createdAt, ofOffice } from './columns.ts'

/** What an office changed of what its customers are told: for all, or for one service. What is not here is as usual. */
export const messageSteps = table(
  'message_steps',
  {
    /** The step's key, and for a service's own `key.service`. */
    ...ofOffice(),
    key: text('key').notNull(),
    serviceId: text('service_id'),
    event: text('event', { enum: EVENTS }).notNull(),
    isOn: flag('is_on').notNull(),
    way: text('way', { enum: WAYS }).notNull(),
    amount: whole('amount').notNull(),
    unit: text('unit', { enum: UNITS }).notNull(),
    subject: text('subject').notNull(),
    mailText: text('mail_text').notNull(),
    smsText: text('sms_text').notNull(),
    version: whole('version').notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.officeId, t.id] })],
)

/** One row for an office that changed it: when nobody is disturbed, and where customers come. */
export const messageSettings = table(
  'message_settings',
  {
    ...ofOffice(),
    quietFromMinute: whole('quiet_from_minute').notNull(),
    quietUntilMinute: whole('quiet_until_minute').notNull(),
    place: text('place').notNull(),
    version: whole('version').notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.officeId, t.id] })],
)

/** Each message around an appointment, from when it is planned; the id says of which change, or of which step and start. */
export const customerMessages = table(
  'customer_messages',
  {
    ...ofOffice(),
    appointmentId: text('appointment_id').notNull(),
    stepKey: text('step_key').notNull(),
    event: text('event', { enum: EVENTS }).notNull(),
    channel: text('channel', { enum: CHANNELS }).notNull(),
    /** Of which start it speaks: of another one it is not sent. */
    startsAt: instant('starts_at').notNull(),
    dueAt: instant('due_at').notNull(),
    state: text('state', { enum: MESSAGE_STATES }).notNull(),
    /** Why it failed, was left out or is tried again, in a sentence. */
    why: text('why'),
    /** Counts up when a member has it sent again: another sending is another mail. */
    sending: whole('sending').notNull().default(1),
    /** As it was sent. */
    to: text('to_address'),
    subject: text('subject'),
    text: text('text'),
    sentAt: instant('sent_at'),
    /** When the customer answered that they will come. */
    agreedAt: instant('agreed_at'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.id] }),
    index('customer_messages_appointment').on(t.officeId, t.appointmentId, t.dueAt),
    index('customer_messages_due').on(t.state, t.dueAt),
  ],
)

/**
 * Whom this deployment sent texts to, and who wants none. It stands in the directory and a number belongs to no office:
 * all offices send from one number, and whoever tells that number to stop has told the carrier for all of them.
 */
export const textNumbers = table('text_numbers', {
  /** E.164. */
  phone: text('phone').primaryKey(),
  /** Which office wrote last, and what: to that an answer belongs. */
  lastOfficeId: text('last_office_id').$type<OfficeId>(),
  lastMessageId: text('last_message_id'),
  stoppedAt: instant('stopped_at'),
})

export type MessageStepRow = typeof messageSteps.$inferSelect
export type MessageSettings = typeof messageSettings.$inferSelect
export type CustomerMessage = typeof customerMessages.$inferSelect
export type NewCustomerMessage = typeof customerMessages.$inferInsert
export type TextNumber = typeof textNumbers.$inferSelect
