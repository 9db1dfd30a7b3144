import type { ModelAnswer, ModelFailure, ModelUsage } from '../../features/assistant/models.ts'
import { SECOND_MS } from '../../kernel/time.ts'
import { failureOf, retryAfterMs } from './failure.ts'
import { readingFrom } from './reading.ts'

/** How long one mail may wait for a model, repeats included; the built-in analyser answers after that. */
export const MODEL_TIMEOUT_MS = 20 * SECOND_MS
/** The queue repeats patiently; an SDK only bridges a hiccup. */
export const MODEL_REPEATS = 1

export const NO_USAGE: ModelUsage = { inputTokens: 0, cachedTokens: 0, outputTokens: 0 }

/** What a vendor answered, in our words but not yet believed. `answer` is JSON text or an already parsed object. */
export type VendorAnswer = { usage: ModelUsage; requestId: string | null } & (
  | { answer: unknown }
  | { failure: ModelFailure }
)

type Asking = {
  timeoutMs: number
  /** One exchange with the vendor, ended by the signal. */
  send(signal: AbortSignal): Promise<VendorAnswer>
  /** The headers of the last response, for what the vendor said although the exchange failed. */
  lastHeaders(): Headers | null
  /** Overrides what a thrown error means, for a vendor that has its own codes. */
  failure?: (error: unknown) => ModelFailure
}

/** One question to one vendor. Answers whatever happens, keeps the usage that was billed, and never throws. */
export async function ask({ timeoutMs, send, lastHeaders, failure = failureOf }: Asking): Promise<ModelAnswer> {
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    const said = await untilAborted(send(signal), signal)
    const { usage, requestId } = said
    if ('failure' in said) return { ok: false, why: said.failure, usage, requestId }
    const reading = readingFrom(said.answer)
    return reading ? { ok: true, reading, usage, requestId } : { ok: false, why: 'invalid', usage, requestId }
  } catch (error) {
    const headers = lastHeaders()
    const wait = retryAfterMs(headers, Date.now())
    return {
      ok: false,
      why: signal.aborted ? 'timeout' : failure(error),
      usage: NO_USAGE,
      requestId: headers?.get('x-request-id') ?? headers?.get('request-id') ?? null,
      ...(wait === undefined ? {} : { retryAfterMs: wait }),
    }
  }
}

/** An SDK may stop listening to the signal once it reads a body, and a body can hang as well. */
function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  return Promise.race([promise, aborted])
}
