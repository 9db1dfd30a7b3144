import type { EntityKind, Intent } from './rules/intents.ts'

/** What a model is asked to read: one message, as plain text, with nothing of any other office. */
export type ModelQuestion = {
  subject: string
  text: string
  from: string
  sentAt: string
  timeZone: string
  /** A hash, so that a vendor can tell offices apart without knowing them. */
  officeHash: string
}

/** What a model may say. Every quote is checked against the text before anyone believes it; a confidence is not asked for. */
export type ModelReading = {
  intent: Intent
  language: string
  summary: { sentence: string; quote: string }[]
  entities: { kind: EntityKind; value: string; quote: string }[]
}

export type ModelUsage = { inputTokens: number; cachedTokens: number; outputTokens: number }

export const MODEL_FAILURES = [
  'refused',
  'truncated',
  'invalid',
  'rate_limited',
  'timeout',
  'auth',
  'network',
  'budget',
] as const
export type ModelFailure = (typeof MODEL_FAILURES)[number]

export type ModelAnswer =
  | { ok: true; reading: ModelReading; usage: ModelUsage; requestId: string | null }
  | { ok: false; why: ModelFailure; usage: ModelUsage; requestId: string | null; retryAfterMs?: number }

/** The port to a language model. `read` answers and never throws: whatever goes wrong is one of the failures. */
export type Models = {
  provider: 'openai' | 'anthropic' | 'workers-ai'
  model: string
  read(question: ModelQuestion): Promise<ModelAnswer>
}
