import { day, flag, foreignKey, index, instant, json, primaryKey, table, text, whole } from '#dialect'
import { type Answer, APPOINTMENT_STATUSES, CANCELLED_BY, type Guest } from '../../worker/kernel/diary.ts'
import { SOURCES } from '../../worker/kernel/words.ts'
import { archivedAt, createdAt, ofOffice } from './columns.ts'
import { contacts } from './contacts.ts'
import { conversations } from './inbox.ts'

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
    /** A block is time that is nobody's appointment. */
    kind: text('kind', { enum: ['appointment', 'block'] })
      .notNull()
      .default('appointment'),
    // No foreign key: SQLite would have to rebuild the table for one. A service is put away and never removed.
    serviceId: text('service_id'),
    staffIds: json<string[]>('staff_ids').notNull().default([]),
    resourceIds: json<string[]>('resource_ids').notNull().default([]),
    /** The date of a class on which this is a seat. */
    sessionId: text('session_id'),
    bufferBeforeMinutes: whole('buffer_before_minutes').notNull().default(0),
    bufferAfterMinutes: whole('buffer_after_minutes').notNull().default(0),
    note: text('note'),
    answers: json<Answer[]>('answers').notNull().default([]),
    /** Who booked it on the booking page, as they wrote it; the contact is found or made from this. */
    guest: json<Guest>('guest'),
    cancelledBy: text('cancelled_by', { enum: CANCELLED_BY }),
    cancelReason: text('cancel_reason'),
    cancelledAt: instant('cancelled_at'),
    /** Cancelled by the customer after the time until which they could. */
    isLateCancel: flag('is_late_cancel').notNull().default(false),
    /** The desk's version of its time and state; 0 for a wish, which claims no time and is unknown to the desk. */
    deskVersion: whole('desk_version').notNull().default(0),
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
    index('appointments_service').on(t.officeId, t.serviceId, t.startsAt),
  ],
)

/**
 * The projection of the desk's claims on time: what the people, rooms and seats are taken for. The desk decides; on
 * PostgreSQL an exclusion constraint, written by hand in the migration, refuses what it would never have allowed.
 */
export const appointmentClaims = table(
  'appointment_claims',
  {
    ...ofOffice(),
    /** The appointment, or the date of a class, that the time is claimed for. */
    ownerId: text('owner_id').notNull(),
    resourceId: text('resource_id').notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    isLive: flag('is_live').notNull(),
    version: whole('version').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.id] }),
    index('appointment_claims_owner').on(t.officeId, t.ownerId),
    index('appointment_claims_time').on(t.officeId, t.startsAt),
  ],
)

export type Appointment = typeof appointments.$inferSelect
export type NewAppointment = typeof appointments.$inferInsert
export type AppointmentClaim = typeof appointmentClaims.$inferSelect
export type NewAppointmentClaim = typeof appointmentClaims.$inferInsert
