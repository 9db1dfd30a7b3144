import { MINUTE_MS, SECOND_MS } from '../../../kernel/time.ts'

/**
 * Why a webhook is not believed. `missing`: a header or field is not there. `malformed`: it is not written as the scheme
 * says, or it came twice. `stale`: signed too long ago or in the future. `forged`: the signature is not the sender's.
 */
export type Disbelief = { ok: false; why: 'missing' | 'malformed' | 'stale' | 'forged' }

export const disbelief = (why: Disbelief['why']): Disbelief => ({ ok: false, why })

/** How far a signed time may lie from ours, in both directions. */
export const CLOCK_TOLERANCE_MS = 5 * MINUTE_MS
/** Longer than any header we expect, so that a hostile one costs nothing. */
export const HEADER_CHARACTERS_MAX = 2000

/** Ten digits are the years 2001 to 2286; a doubled header (`1, 1`), a sign, a fraction and `NaN` are no seconds. */
const UNIX_SECONDS = /^[1-9]\d{9}$/

/** Milliseconds from a header with Unix seconds, or null. */
export const msFromUnixSeconds = (text: string) => (UNIX_SECONDS.test(text) ? Number(text) * SECOND_MS : null)

/** One header value, or null when it is not there, empty or too long to be one. */
export function headerIn(headers: Headers, name: string): string | null {
  const value = headers.get(name)
  return value && value.length <= HEADER_CHARACTERS_MAX ? value : null
}
