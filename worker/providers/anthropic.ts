import Anthropic from '@anthropic-ai/sdk'
import { zodOutputFormat } from '@anthropic-ai/sdk/helpers/zod'
import type { Message } from '@anthropic-ai/sdk/resources/messages'
import type { ModelFailure, ModelQuestion, Models, ModelUsage } from '../features/assistant/models.ts'
import { ask, MODEL_REPEATS, MODEL_TIMEOUT_MS, NO_USAGE, type VendorAnswer } from './models/ask.ts'
import { ANSWER_TOKENS_MAX, mailForModel, randomBoundary, SYSTEM_TEXT } from './models/prompt.ts'
import { WireReading } from './models/reading.ts'
import { type Fetch, watched } from './models/watched-fetch.ts'

const ANTHROPIC_URL = 'https://api.anthropic.com'

export type AnthropicSettings = {
  apiKey: string
  model: string
  /** Without the version in its path; the SDK appends `/v1/messages`. */
  baseURL?: string
  fetch?: Fetch
  timeoutMs?: number
  /** What fences the mail; random unless a test needs to know it. */
  boundary?: () => string
}

/** Anthropic's Messages API behind our port. `.create()`, because `.parse()` loses usage and request id on a failure. */
export function anthropicModels(settings: AnthropicSettings): Models {
  const { model, timeoutMs = MODEL_TIMEOUT_MS, boundary = randomBoundary } = settings
  return {
    provider: 'anthropic',
    model,
    async read(question) {
      if (!settings.apiKey) return { ok: false, why: 'auth', usage: NO_USAGE, requestId: null }
      const { fetch, lastHeaders } = watched(settings.fetch)
      const client = new Anthropic({
        apiKey: settings.apiKey,
        baseURL: settings.baseURL ?? ANTHROPIC_URL,
        maxRetries: MODEL_REPEATS,
        timeout: timeoutMs,
        fetch,
      })
      return ask({
        timeoutMs,
        lastHeaders,
        send: async (signal) => inOurWords(await client.messages.create(call(model, question, boundary()), { signal })),
      })
    },
  }
}

const call = (model: string, question: ModelQuestion, boundary: string) => ({
  model,
  system: [{ type: 'text' as const, text: SYSTEM_TEXT, cache_control: { type: 'ephemeral' as const } }],
  messages: [{ role: 'user' as const, content: mailForModel(question, boundary) }],
  output_config: { format: zodOutputFormat(WireReading) },
  max_tokens: ANSWER_TOKENS_MAX,
  metadata: { user_id: question.officeHash },
})

function inOurWords(message: Message & { _request_id?: string | null }): VendorAnswer {
  const told = { usage: usageOf(message), requestId: message._request_id ?? null }
  const failure = failureIn(message)
  if (failure) return { ...told, failure }
  const texts = message.content.flatMap((block) => (block.type === 'text' ? [block.text] : []))
  return { ...told, answer: texts.join('') }
}

/** `input_tokens` counts only what no cache served, so the three together are what went in. */
function usageOf({ usage }: Message): ModelUsage {
  const cachedTokens = usage?.cache_read_input_tokens ?? 0
  return {
    inputTokens: (usage?.input_tokens ?? 0) + cachedTokens + (usage?.cache_creation_input_tokens ?? 0),
    cachedTokens,
    outputTokens: usage?.output_tokens ?? 0,
  }
}

function failureIn({ stop_reason }: Message): ModelFailure | null {
  if (stop_reason === 'refusal') return 'refused'
  return stop_reason === 'max_tokens' || stop_reason === 'model_context_window_exceeded' ? 'truncated' : null
}
