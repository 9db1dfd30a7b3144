import { z } from 'zod'
import { isTimeZone } from '../office/rules/places.ts'

const NAME_LENGTH = 100
const LINE_LENGTH = 254
const TEXT_LENGTH = 2000
const TOKEN_LENGTH = 4000
const MOST_ANSWERS = 50
const MOST_DAYS = 42
const MINUTE_MS = 60_000

const id = z.string().min(1).max(64)
const timeZone = z.string().max(NAME_LENGTH).refine(isTimeZone, 'This time zone is not known.')
const startsAt = z.iso
  .datetime()
  .transform((text) => new Date(text))
  .refine((at) => at.getTime() % MINUTE_MS === 0, 'Appointments begin on whole minutes.')
const optional = (length: number) =>
  z
    .string()
    .trim()
    .max(length)
    .nullish()
    .transform((text) => text || null)
/** Made by the page, one for each form. */
const key = z.uuid()

export const GuestSlotsAsked = z.object({
  serviceId: id,
  staffId: optional(64),
  from: z.iso.date(),
  days: z.coerce.number().int().min(1).max(MOST_DAYS).default(7),
  timeZone,
  /** The form for which a time may be kept already: its own is no hindrance. */
  key: key.nullish(),
})
const wanted = { key, serviceId: id, staffId: optional(64), startsAt, timeZone }
export const GuestHold = z.object(wanted)
export const GuestLetGo = z.object({ key })
export const GuestBook = z.object({
  ...wanted,
  name: z.string().trim().min(1, 'Please tell us your name.').max(NAME_LENGTH),
  email: optional(LINE_LENGTH),
  phone: optional(NAME_LENGTH),
  note: optional(TEXT_LENGTH),
  answers: z
    .array(z.object({ key: z.string().max(64), text: z.string().trim().max(TEXT_LENGTH) }))
    .max(MOST_ANSWERS)
    .default([]),
  /** The words that were agreed to; none where nothing was. */
  consent: optional(TEXT_LENGTH),
  /** By which people are told from programs; see the port `Bots`. */
  proof: z
    .object({
      token: optional(TOKEN_LENGTH),
      trap: z.string().max(TEXT_LENGTH).default(''),
      stamp: z.string().max(LINE_LENGTH).nullable().default(null),
    })
    .default({ token: null, trap: '', stamp: null }),
})
export const ManagedSlotsAsked = GuestSlotsAsked.omit({ serviceId: true, key: true })
export const ManagedMove = z.object({ key, staffId: optional(64), startsAt, timeZone })
export const ManagedCancel = z.object({ why: optional(LINE_LENGTH) })
