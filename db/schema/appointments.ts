import { day, foreignKey, index, instant, primaryKey, table, text, whole } from '#dialect'
import { SOURCES } from '../../worker/kernel/words.ts'
import { archivedAt, createdAt, ofOffice } from './columns.ts'
import { contacts } from './contacts.ts'
import { conversations } from './inbox.ts'

export const APPOINTMENT_STATUSES = ['requested', 'confirmed', 'done', 'no_show', 'cancelled'] as const

export const appointments = table(
  'appointments',
  {
    ...ofOffice(),
    title: text('title').notNull(),
    service: text('service'),
    contactId: text('contact_id'),
    conversationId: text('conversation_id'),
    status: text('status', { enum: APPOINTMENT_STATUSES }).notNull(),
    /** What the customer asked for, where no time has been agreed yet. */
    wantedOn: day('wanted_on'),
    startsAt: instant('starts_at'),
    endsAt: instant('ends_at'),
    source: text('source', { enum: SOURCES }).notNull(),
    version: whole('version').notNull().default(1),
    createdAt: createdAt(),
    archivedAt: archivedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.id] }),
    foreignKey({ columns: [t.officeId, t.contactId], foreignColumns: [contacts.officeId, contacts.id] }),
    foreignKey({
      columns: [t.officeId, t.conversationId],
      foreignColumns: [conversations.officeId, conversations.id],
    }),
    index('appointments_start').on(t.officeId, t.startsAt, t.id),
    index('appointments_contact').on(t.officeId, t.contactId, t.startsAt),
  ],
)

export type Appointment = typeof appointments.$inferSelect
export type NewAppointment = typeof appointments.$inferInsert
