import { z } from 'zod'
import { WHEN_UNKNOWN } from '../../appointments/rules/policy.ts'
import { ACTION_KINDS } from '../../assistant/rules/actions.ts'
import { INTENTS } from '../../assistant/rules/intents.ts'

/** Below this confidence nothing happens by itself, whatever an office sets. */
export const LOWEST_THRESHOLD = 0.85

/** A calendar is read every quarter of an hour, so that none is unknown sooner; and a day without news is one. */
const LEAST_MINUTES = 30
const MOST_MINUTES = 24 * 60

/** What the assistant may do by itself, by what the message wants and by what it would do. */
export const GateSettings = z.object({
  threshold: z.number().min(LOWEST_THRESHOLD).max(1),
  intents: z.partialRecord(z.enum(INTENTS), z.boolean()),
  actions: z.partialRecord(z.enum(ACTION_KINDS), z.boolean()),
})

export const PROVIDERS = ['built-in', 'openai', 'anthropic', 'workers-ai'] as const

const LINE_LENGTH = 200
const TEXT_LENGTH = 1000
const MOST_SITES = 20

/** What the booking page says of the office, and the sites that may show it within a page of theirs. */
export const BookingSettings = z.object({
  phone: z.string().trim().max(LINE_LENGTH).default(''),
  address: z.string().trim().max(LINE_LENGTH).default(''),
  /** A few words above the list of what can be booked. */
  welcome: z.string().trim().max(TEXT_LENGTH).default(''),
  /** What a customer may agree to by a tick; empty: our own words. */
  consent: z.string().trim().max(TEXT_LENGTH).default(''),
  /** Origins such as `https://example.org`. None: any site. */
  embedOn: z
    .array(
      z
        .string()
        .trim()
        .toLowerCase()
        .max(LINE_LENGTH)
        .regex(
          /^https:\/\/[a-z0-9.-]+(:\d{1,5})?$/,
          'Please write each site like https://example.org, without a path.',
        ),
    )
    .max(MOST_SITES)
    .default([]),
})
export type BookingSettings = z.infer<typeof BookingSettings>

export const OfficeSettings = z.object({
  gate: GateSettings,
  assistant: z.object({
    provider: z.enum(PROVIDERS),
    /** What paid models may cost this office in a calendar month, in US cents. */
    monthlyLimitCents: z.number().int().min(0).max(100_000),
  }),
  /** What happens to bookings while somebody's other calendar cannot be read; absent in offices that never chose. */
  calendars: z
    .object({
      whenUnknown: z.enum(WHEN_UNKNOWN),
      unknownAfterMinutes: z.number().int().min(LEAST_MINUTES).max(MOST_MINUTES),
    })
    .optional(),
  /** Missing until somebody set it. */
  booking: BookingSettings.optional(),
})
export type OfficeSettings = z.infer<typeof OfficeSettings>

export const bookingSettingsOf = ({ booking }: Pick<OfficeSettings, 'booking'>): BookingSettings =>
  booking ?? BookingSettings.parse({})

/** A new office: what is only a row may happen by itself, nothing that reaches the customer or hides a message. */
export const initialSettings = (): OfficeSettings => ({
  gate: { threshold: LOWEST_THRESHOLD, intents: {}, actions: { draft_reply: false, mark_spam: false } },
  assistant: { provider: 'built-in', monthlyLimitCents: 1000 },
})
