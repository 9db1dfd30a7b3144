import { z } from 'zod'
import type { ModelFailure, ModelQuestion, Models, ModelUsage } from '../features/assistant/models.ts'
import { ask, MODEL_TIMEOUT_MS, type VendorAnswer } from './models/ask.ts'
import { ANSWER_TOKENS_MAX, mailForModel, randomBoundary, SYSTEM_TEXT } from './models/prompt.ts'
import { WireReading } from './models/reading.ts'

/** The one call of the `AI` binding that we use. */
export type WorkersAiRun = (
  model: string,
  input: Record<string, unknown>,
  options: { signal: AbortSignal },
) => Promise<unknown>

export type WorkersAiSettings = {
  ai: { run: WorkersAiRun }
  model: string
  timeoutMs?: number
  /** What fences the mail; random unless a test needs to know it. */
  boundary?: () => string
}

/** Cloudflare's Workers AI behind our port. It promises no schema, so that nothing it says is taken as it is. */
export function workersAiModels(settings: WorkersAiSettings): Models {
  const { ai, model, timeoutMs = MODEL_TIMEOUT_MS, boundary = randomBoundary } = settings
  return {
    provider: 'workers-ai',
    model,
    read: (question) =>
      ask({
        timeoutMs,
        lastHeaders: () => null,
        failure: failureOf,
        send: async (signal) => inOurWords(await ai.run(model, call(question, boundary()), { signal })),
      }),
  }
}

const call = (question: ModelQuestion, boundary: string) => ({
  messages: [
    { role: 'system', content: SYSTEM_TEXT },
    { role: 'user', content: mailForModel(question, boundary) },
  ],
  response_format: { type: 'json_schema', json_schema: z.toJSONSchema(WireReading) },
  max_tokens: ANSWER_TOKENS_MAX,
})

const tokens = z.number().int().nonnegative().catch(0)
const Usage = z.object({
  prompt_tokens: tokens,
  completion_tokens: tokens,
  prompt_tokens_details: z.object({ cached_tokens: tokens }).catch({ cached_tokens: 0 }),
})

/** Older models answer with `response`, newer ones in the words of OpenAI's chat completions. */
const Answer = z.object({
  response: z.unknown().optional(),
  choices: z
    .array(z.object({ message: z.object({ content: z.unknown() }), finish_reason: z.string().nullish() }))
    .optional(),
  usage: Usage.catch({ prompt_tokens: 0, completion_tokens: 0, prompt_tokens_details: { cached_tokens: 0 } }),
})

function inOurWords(answer: unknown): VendorAnswer {
  const { response, choices, usage } = Answer.parse(answer)
  const told = { usage: usageOf(usage), requestId: null }
  const choice = choices?.[0]
  if (choice?.finish_reason === 'length') return { ...told, failure: 'truncated' }
  return { ...told, answer: response ?? choice?.message.content }
}

const usageOf = (usage: z.infer<typeof Usage>): ModelUsage => ({
  inputTokens: usage.prompt_tokens,
  cachedTokens: usage.prompt_tokens_details.cached_tokens,
  outputTokens: usage.completion_tokens,
})

/** https://developers.cloudflare.com/workers-ai/platform/errors/ : the code stands at the front of the message. */
const FAILURES: Record<string, ModelFailure> = {
  3003: 'invalid',
  3006: 'invalid',
  3007: 'timeout',
  3008: 'timeout',
  3023: 'auth',
  3036: 'auth',
  3040: 'rate_limited',
  3041: 'auth',
  3042: 'auth',
  5004: 'invalid',
  5007: 'auth',
  5016: 'auth',
  5018: 'auth',
}

function failureOf(error: unknown): ModelFailure {
  if (error instanceof z.ZodError) return 'invalid'
  const code = error instanceof Error ? /\b([35]0\d\d)\b/.exec(error.message)?.[1] : undefined
  return (code && FAILURES[code]) || 'network'
}
