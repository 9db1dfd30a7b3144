import type { Claim } from './claims.ts'
import type { Actor, Source } from './words.ts'

export const APPOINTMENT_STATUSES = ['requested', 'confirmed', 'arrived', 'done', 'no_show', 'cancelled'] as const
export type AppointmentStatus = (typeof APPOINTMENT_STATUSES)[number]

/** Who called it off; `nobody` where a request was not answered in time. */
export const CANCELLED_BY = ['customer', 'office', 'nobody'] as const
export type Cancellation = {
  by: (typeof CANCELLED_BY)[number]
  why: string
  at: number
  /** By the customer, after the time until which they could. */
  isLate: boolean
}

/** Whoever booked on the booking page, as they wrote it. */
export type Guest = {
  name: string
  email: string | null
  phone: string | null
  /** The zone in which they saw the times. */
  timeZone: string
  /** What they agreed to, in the words they saw; null where they were asked nothing. */
  consent: string | null
}

/** What they answered, with the question as it was put: it may be another by tomorrow. */
export type Answer = { key: string; label: string; text: string }

/** What the desk keeps of an appointment for whoever reads it, and never looks at itself. */
export type About = {
  contactId: string | null
  conversationId: string | null
  note: string | null
  answers: Answer[]
  guest: Guest | null
  source: Source
  createdAt: number
}

/**
 * An appointment as the desk keeps it, instants in epoch milliseconds. `held` is time kept for an open form: it is
 * nobody's appointment yet and is not projected.
 */
export type Entry = {
  id: string
  kind: 'appointment' | 'block'
  title: string
  serviceId: string | null
  staffIds: string[]
  resourceIds: string[]
  /** The date of a class, and the seat on it. */
  session: { id: string; seat: number } | null
  startsAt: number
  endsAt: number
  bufferBeforeMinutes: number
  bufferAfterMinutes: number
  status: AppointmentStatus
  /** Until when a request may be answered. */
  expiresAt: number | null
  cancellation: Cancellation | null
  /** Raised by every change. */
  version: number
  about: About
}

export const DEEDS = [
  'booked',
  'requested',
  'confirmed',
  'moved',
  'cancelled',
  'arrived',
  'done',
  'missed',
  'reopened',
] as const
export type Deed = (typeof DEEDS)[number]

/** What happened to an appointment and through whom: a line of its contact's timeline. */
export type Told = {
  deed: Deed
  by: Actor
  at: number
  changes: { field: string; before: string | null; after: string | null }[]
}

/** A change as it leaves the desk for the database, once or more often, in the order in which it was made. */
export type Projected = {
  /** Null where only the time of a class changed. */
  entry: Entry | null
  /** Whose time changed with it: the appointment's own claims, and those of a class it opened or closed. */
  claims: Claim[]
  told: Told | null
}

/** A start that can be booked, and who is free for all of it. */
export type Offer = { startsAt: number; staffIds: string[] }

/**
 * `taken`: the time is another's. `not_offered`: outside of hours, notice, limits or the grid. `closed`: the service,
 * or whoever was asked for, cannot be booked any more. `too_late`: the customer could do this only earlier.
 * `overtaken`: it is in another version than the one that was looked at.
 */
export const REFUSED = [
  'taken',
  'not_offered',
  'closed',
  'key_reused',
  'not_found',
  'too_late',
  'not_yet',
  'overtaken',
  'not_possible',
  'invalid',
] as const
export type Refused = { ok: false; why: (typeof REFUSED)[number]; alternatives: Offer[] }
export type DiaryAnswer = { ok: true; entry: Entry } | Refused
export type HoldAnswer = { ok: true; startsAt: number; staffIds: string[]; expiresAt: number } | Refused
