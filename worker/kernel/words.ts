import { z } from 'zod'

/** Where a row came from, so that every automatic act can be told from a member's. */
export const SOURCES = ['member', 'message', 'assistant', 'import', 'booking', 'workflow', 'demo'] as const
export type Source = (typeof SOURCES)[number]

/** Who did something. */
export const Actor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('member'), userId: z.string() }),
  z.object({ kind: z.literal('assistant'), suggestionId: z.string() }),
  z.object({ kind: z.literal('import'), importId: z.string() }),
  z.object({ kind: z.literal('workflow'), runId: z.string() }),
  z.object({ kind: z.literal('sender') }),
  /** Whoever booked on the booking page or by the link in a mail. */
  z.object({ kind: z.literal('customer') }),
  /** The office's desk itself, when a time ran out. */
  z.object({ kind: z.literal('desk') }),
])
export type Actor = z.infer<typeof Actor>

/** What notes, files, tags, own fields and links can hang on. */
export const RECORD_KINDS = ['contact', 'company', 'deal', 'task', 'conversation'] as const
export type RecordKind = (typeof RECORD_KINDS)[number]
