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
})
export type OfficeSettings = z.infer<typeof OfficeSettings>

/** A new office: what is only a row may happen by itself, nothing that reaches the customer or hides a message. */
export const initialSettings = (): OfficeSettings => ({
  gate: { threshold: LOWEST_THRESHOLD, intents: {}, actions: { draft_reply: false, mark_spam: false } },
  assistant: { provider: 'built-in', monthlyLimitCents: 1000 },
})
