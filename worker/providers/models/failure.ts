import { z } from 'zod'
import type { ModelFailure } from '../../features/assistant/models.ts'
import { HOUR_MS, SECOND_MS } from '../../kernel/time.ts'

/** A vendor that asks for more patience than this is asked again after this. */
export const RETRY_AFTER_MAX_MS = HOUR_MS

/** What both SDKs' errors share. Their classes and names are not asked: minifiers rename them. */
const VendorError = z.object({
  status: z.number().optional().catch(undefined),
  code: z.string().nullish().catch(null),
  type: z.string().nullish().catch(null),
  errorCode: z.string().nullish().catch(null),
  message: z.string().catch(''),
})

/** What a person has to set right, at the vendor or in the settings; asking again cannot help. */
const QUOTA_CODES = ['insufficient_quota', 'billing_hard_limit_reached', 'billing_error', 'credit_balance_too_low']
const SETTINGS_STATUSES = [401, 402, 403, 404]
/** The vendor could not take this very question; asking it again would be refused again. */
const QUESTION_STATUSES = [400, 413, 422]

/** Why a call failed, from whatever was thrown. Anything unknown, such as a body cut in its middle, is the network. */
export function failureOf(error: unknown): ModelFailure {
  const { success, data } = VendorError.safeParse(error)
  if (!success || data.status === undefined) return 'network'
  const codes = [data.code, data.type, data.errorCode]
  if (codes.some((code) => code && QUOTA_CODES.includes(code)) || /credit balance/i.test(data.message)) return 'auth'
  if (data.status === 429) return 'rate_limited'
  if (SETTINGS_STATUSES.includes(data.status)) return 'auth'
  return QUESTION_STATUSES.includes(data.status) ? 'invalid' : 'network'
}

/** How long the vendor asks us to wait (RFC 9110, section 10.2.3, and `retry-after-ms`), if it says so legibly. */
export function retryAfterMs(headers: Headers | null, nowMs: number): number | undefined {
  const inMs = numberIn(headers?.get('retry-after-ms'))
  if (inMs !== undefined) return bounded(inMs)
  const value = headers?.get('retry-after')
  const inSeconds = numberIn(value)
  if (inSeconds !== undefined) return bounded(inSeconds * SECOND_MS)
  const at = Date.parse(value ?? '')
  return Number.isNaN(at) ? undefined : bounded(at - nowMs)
}

const numberIn = (value: string | null | undefined) =>
  value && /^\d{1,12}(?:\.\d{1,6})?$/.test(value) ? Number(value) : undefined

const bounded = (ms: number) => Math.ceil(Math.min(Math.max(ms, 0), RETRY_AFTER_MAX_MS))
