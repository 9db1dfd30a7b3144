// The smaller zod, because the first screen of the web app waits for this file.
import { z } from 'zod/mini'

/** What a screen may have to read anew. */
export const TOPICS = [
  'conversation',
  'review',
  'contact',
  'task',
  'deal',
  'appointment',
  'office',
  'jobs',
  'notice',
  'import',
  'calendar',
] as const
export type Topic = (typeof TOPICS)[number]

const count = z.int().check(z.nonnegative())
const conversationId = z.string().check(z.maxLength(64))

/** Something changed: small on purpose, so that who may not see a thing is not told it either. */
export const Change = z.object({ topic: z.enum(TOPICS), ids: z.array(z.string()), by: z.nullable(z.string()) })
export type Change = z.infer<typeof Change>

/** A change in the order of its office. `seq` starts at 1 and has no gaps. */
export const LiveEvent = z.extend(Change, { seq: z.int().check(z.positive()) })
export type LiveEvent = z.infer<typeof LiveEvent>

/** Who looks at a conversation, and who is writing an answer to it. */
export const Presence = z.object({
  userId: z.string(),
  name: z.string(),
  conversationId: z.string(),
  doing: z.enum(['reading', 'answering']),
})
export type Presence = z.infer<typeof Presence>

/** What a screen says to the desk. `hello` names the last `seq` it knows, or null on the first connection. */
export const FromScreen = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), since: z.nullable(count) }),
  z.object({ type: z.literal('looking'), conversationId, doing: z.enum(['reading', 'answering']) }),
  z.object({ type: z.literal('away') }),
])
export type FromScreen = z.infer<typeof FromScreen>

/** What the desk says to a screen. `reset`: too much was missed to be told one by one, so read everything anew. */
export const ToScreen = z.discriminatedUnion('type', [
  z.object({ type: z.literal('welcome'), seq: count }),
  z.object({ type: z.literal('events'), events: z.array(LiveEvent) }),
  z.object({ type: z.literal('reset'), seq: count }),
  z.object({ type: z.literal('presence'), present: z.array(Presence) }),
])
export type ToScreen = z.infer<typeof ToScreen>
