import OpenAI from 'openai'
import { zodTextFormat } from 'openai/helpers/zod'
import type { Response as OpenaiResponse } from 'openai/resources/responses/responses'
import type { ModelFailure, ModelQuestion, Models, ModelUsage } from '../features/assistant/models.ts'
import { ask, MODEL_REPEATS, MODEL_TIMEOUT_MS, NO_USAGE, type VendorAnswer } from './models/ask.ts'
import { ANSWER_TOKENS_MAX, mailForModel, PROMPT_VERSION, randomBoundary, SYSTEM_TEXT } from './models/prompt.ts'
import { WireReading } from './models/reading.ts'
import { type Fetch, watched } from './models/watched-fetch.ts'

const OPENAI_URL = 'https://api.openai.com/v1'

export type OpenaiSettings = {
  apiKey: string
  model: string
  /** With the version in its path, without a slash at its end. */
  baseURL?: string
  fetch?: Fetch
  timeoutMs?: number
  /** What fences the mail; random unless a test needs to know it. */
  boundary?: () => string
}

/** OpenAI's Responses API behind our port. `.create()`, because `.parse()` loses usage and request id on a failure. */
export function openaiModels(settings: OpenaiSettings): Models {
  const { model, timeoutMs = MODEL_TIMEOUT_MS, boundary = randomBoundary } = settings
  return {
    provider: 'openai',
    model,
    async read(question) {
      if (!settings.apiKey) return { ok: false, why: 'auth', usage: NO_USAGE, requestId: null }
      const { fetch, lastHeaders } = watched(settings.fetch)
      const client = new OpenAI({
        apiKey: settings.apiKey,
        baseURL: settings.baseURL ?? OPENAI_URL,
        organization: null,
        project: null,
        maxRetries: MODEL_REPEATS,
        timeout: timeoutMs,
        fetch,
      })
      return ask({
        timeoutMs,
        lastHeaders,
        send: async (signal) =>
          inOurWords(await client.responses.create(call(model, question, boundary()), { signal })),
      })
    },
  }
}

const call = (model: string, question: ModelQuestion, boundary: string) => ({
  model,
  instructions: SYSTEM_TEXT,
  input: [{ role: 'user' as const, content: mailForModel(question, boundary) }],
  text: { format: zodTextFormat(WireReading, 'reading') },
  max_output_tokens: ANSWER_TOKENS_MAX,
  store: false,
  safety_identifier: question.officeHash,
  prompt_cache_key: PROMPT_VERSION,
})

function inOurWords(response: OpenaiResponse & { _request_id?: string | null }): VendorAnswer {
  const told = { usage: usageOf(response), requestId: response._request_id ?? null }
  const failure = failureIn(response)
  return failure ? { ...told, failure } : { ...told, answer: response.output_text }
}

function usageOf({ usage }: OpenaiResponse): ModelUsage {
  return {
    inputTokens: usage?.input_tokens ?? 0,
    cachedTokens: usage?.input_tokens_details?.cached_tokens ?? 0,
    outputTokens: usage?.output_tokens ?? 0,
  }
}

/** A 200 that is no answer: a refusal, an answer that ran out of room, or a fault the vendor wrote into the body. */
function failureIn(response: OpenaiResponse): ModelFailure | null {
  if (response.status === 'incomplete')
    return response.incomplete_details?.reason === 'content_filter' ? 'refused' : 'truncated'
  if (response.error) return response.error.code === 'rate_limit_exceeded' ? 'rate_limited' : 'network'
  const contents = response.output.flatMap((item) => (item.type === 'message' ? item.content : []))
  return contents.some((content) => content.type === 'refusal') ? 'refused' : null
}
