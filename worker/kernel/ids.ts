import { z } from 'zod'

/**
 * The id of the office a request speaks for. Only the session, a verified webhook, the queue and the desk parse one,
 * so that no query can be asked in the name of an office that merely stood in an input.
 */
export const OfficeId = z.uuid().brand<'OfficeId'>()
export type OfficeId = z.infer<typeof OfficeId>

/** How many random bytes an id needs. */
export const ID_RANDOM_BYTES = 10

/**
 * An id that sorts by the time it was made: a UUID of version 7 (RFC 9562, section 5.7).
 * `random` holds at least ten bytes, of which 74 bits are used.
 */
export function idFrom(nowMs: number, random: Uint8Array): string {
  const time = nowMs.toString(16).padStart(12, '0')
  const hex = Array.from(random.subarray(0, ID_RANDOM_BYTES), (byte) => byte.toString(16).padStart(2, '0')).join('')
  const variant = (8 + (Number.parseInt(hex.slice(3, 4), 16) & 3)).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(4, 7)}-${hex.slice(7, 19)}`
}
