import { z } from 'zod'
import { APPOINTMENT_STATUSES, CANCELLED_BY } from '../../kernel/diary.ts'
import { SOURCES } from '../../kernel/words.ts'
import { isTimeZone } from '../office/rules/places.ts'
import { serviceId, userId } from '../services/input.ts'
import { EMPTY_BECAUSE } from './rules/days.ts'
import { MARKS } from './rules/next-status.ts'

const TEXT_LENGTH = 2000
const LINE_LENGTH = 200
const MOST_PEOPLE = 50
const MOST_DAYS = 62
const MINUTE_MS = 60_000

export const appointmentId = z.string().max(64).meta({ ref: 'appointments' })
const contactId = z.string().max(64).meta({ ref: 'contacts' })
const resourceId = z.string().max(64).meta({ ref: 'resources' })
const timeZone = z.string().max(LINE_LENGTH).refine(isTimeZone, 'This time zone is not known.')
/** An instant on a whole minute: between them nothing starts or ends. */
const instant = z.iso
  .datetime()
  .transform((text) => new Date(text))
  .refine((at) => at.getTime() % MINUTE_MS === 0, 'Appointments begin and end on whole minutes.')
/** Made by the page, one for each form: the same form sent again is the same request. */
const key = z.uuid()
const version = z.number().int().positive()
const answers = z
  .array(z.object({ key: z.string().max(64), text: z.string().trim().max(TEXT_LENGTH) }))
  .max(MOST_PEOPLE)
  .default([])

export const AppointmentShown = z.object({
  id: z.string(),
  kind: z.enum(['appointment', 'block']),
  title: z.string(),
  service: z.string().nullable(),
  serviceId: z.string().nullable(),
  staffIds: z.array(z.string()),
  resourceIds: z.array(z.string()),
  sessionId: z.string().nullable(),
  status: z.enum(APPOINTMENT_STATUSES),
  wantedOn: z.string().nullable(),
  startsAt: z.date().nullable(),
  endsAt: z.date().nullable(),
  bufferBeforeMinutes: z.number(),
  bufferAfterMinutes: z.number(),
  contactId: z.string().nullable(),
  contactName: z.string().nullable(),
  conversationId: z.string().nullable(),
  note: z.string().nullable(),
  answers: z.array(z.object({ key: z.string(), label: z.string(), text: z.string() })),
  guest: z
    .object({ name: z.string(), email: z.string().nullable(), phone: z.string().nullable(), timeZone: z.string() })
    .nullable(),
  cancelledBy: z.enum(CANCELLED_BY).nullable(),
  cancelReason: z.string().nullable(),
  isLateCancel: z.boolean(),
  source: z.enum(SOURCES),
  /** By which a change says what it is a change of; 0 for a wish, which claims no time yet. */
  deskVersion: z.number(),
})

export const ListAppointments = z.object({
  contactId: contactId.nullable().default(null),
  /** `ahead`: what is asked for, and what is to come; `past`: what was, the last first. */
  when: z.enum(['ahead', 'past']).default('ahead'),
})
export const ReadAppointment = z.object({ id: appointmentId })
/** What shares an instant with [from, to): for a calendar. */
export const CalendarAsked = z.object({ from: instant, to: instant })
/** One of a day, with how its customer is reached: for a list on paper. */
export const SheetLine = AppointmentShown.extend({ phone: z.string().nullable() })
export const CountsAsked = z.object({ contactId })
export const Counts = z.object({
  coming: z.number(),
  done: z.number(),
  missed: z.number(),
  cancelled: z.number(),
  /** Of those, how many the customer cancelled too late. */
  cancelledLate: z.number(),
})

export const SlotsAsked = z.object({
  serviceId,
  /** Null: with anyone. */
  staffId: userId.nullable().default(null),
  from: z.iso.date(),
  days: z.number().int().min(1).max(MOST_DAYS).default(7),
  timeZone,
  /** An appointment that is to be moved, whose own time counts as free. */
  exceptId: appointmentId.nullable().default(null),
})
const OfferShown = z.object({ startsAt: z.date(), staffIds: z.array(z.string()) })
export const Slots = z.object({
  days: z.array(z.object({ date: z.string(), slots: z.array(OfferShown), why: z.enum(EMPTY_BECAUSE).nullable() })),
})

const wanted = {
  /** Nobody named: with anyone who does the service. */
  staffIds: z.array(userId).max(MOST_PEOPLE).default([]),
  startsAt: instant,
  /** Null: as long as the service takes. */
  endsAt: instant.nullable().default(null),
  timeZone,
  /** Past hours, notice, limits and grid; never over what is taken. */
  override: z.boolean().default(false),
}
export const Book = z.object({
  ...wanted,
  key,
  /** Null: an appointment of no service, with exactly these people and things. */
  serviceId: serviceId.nullable(),
  resourceIds: z.array(resourceId).max(MOST_PEOPLE).default([]),
  contactId: contactId.nullable().default(null),
  /** The wish that is hereby agreed. */
  wishId: appointmentId.nullable().default(null),
  title: z.string().trim().max(LINE_LENGTH).nullable().default(null),
  note: z.string().trim().max(TEXT_LENGTH).nullable().default(null),
  answers,
})
export const Block = z.object({
  key,
  title: z.string().trim().min(1, 'Please say what the time is for.').max(LINE_LENGTH),
  staffIds: z.array(userId).max(MOST_PEOPLE),
  resourceIds: z.array(resourceId).max(MOST_PEOPLE).default([]),
  startsAt: instant,
  endsAt: instant,
})
export const Move = z.object({ ...wanted, key, id: appointmentId, version })
export const Cancel = z.object({
  key,
  id: appointmentId,
  version: version.nullable().default(null),
  why: z.string().trim().max(LINE_LENGTH).default(''),
  /** The customer called it off, and a member writes it down. */
  customerAsked: z.boolean().default(false),
})
export const MarkAppointment = z.object({ key, id: appointmentId, version, status: z.enum(MARKS) })
export const TakeBack = z.object({ key, id: appointmentId, version })

/** What became of it, and the version by which it is changed or taken back next. */
export const Decided = z.object({
  id: z.string(),
  version: z.number(),
  status: z.enum(APPOINTMENT_STATUSES),
  startsAt: z.date(),
  endsAt: z.date(),
  staffIds: z.array(z.string()),
  resourceIds: z.array(z.string()),
})
