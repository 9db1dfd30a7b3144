import { z } from 'zod'
import { isTimeZone } from '../../features/office/rules/places.ts'

const ID_LENGTH = 64
const ZONE_LENGTH = 100

const none = () => null
const id = z.string().min(1).max(ID_LENGTH).nullable().catch(none)

/**
 * How far somebody has come on the booking page. It stands in the address, so that every step can be gone back to,
 * reloaded and sent to somebody else; what cannot be read there counts as not chosen yet.
 */
const Chosen = z.object({
  service: id,
  /** Somebody's id, or `any`. */
  with: id,
  zone: z.string().max(ZONE_LENGTH).refine(isTimeZone).nullable().catch(none),
  /** The first day that is shown, and the one whose times are. */
  from: z.iso.date().nullable().catch(none),
  day: z.iso.date().nullable().catch(none),
  at: z.iso.datetime().nullable().catch(none),
  key: z.uuid().nullable().catch(none),
  /** Until when the time is held; only to be shown. */
  until: z.iso.datetime().nullable().catch(none),
  embed: z.literal('1').nullable().catch(none),
})
export type Choice = z.infer<typeof Chosen>

export const readChoice = (given: Record<string, string | undefined>): Choice => Chosen.parse(given)

/** An address of ours with these choices; what is null stays away. */
export function addressWith(path: string, choice: Partial<Choice>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(choice)) if (value) query.set(name, value)
  const text = query.toString()
  return text ? `${path}?${text}` : path
}
