import { z } from 'zod'
import { RECORD_KINDS } from '../../kernel/words.ts'

const TEXT_LENGTH = 100
/** So many of each kind are shown. */
export const MOST_OF_EACH = 6

export const Find = z.object({ text: z.string().trim().max(TEXT_LENGTH) })

const Hit = z.object({ id: z.string(), title: z.string(), detail: z.string() })
/** A line of a message around the words, which are marked in it. */
const Snippet = z.object({
  text: z.string(),
  ranges: z.array(z.object({ start: z.number(), end: z.number() })),
})
/** What was found of each kind, the likeliest first. */
export const Finds = z.object({
  contacts: z.array(Hit),
  companies: z.array(Hit),
  deals: z.array(Hit),
  tasks: z.array(Hit),
  conversations: z.array(Hit.extend({ snippet: Snippet.nullable() })),
  /** With what the file hangs on. */
  files: z.array(Hit.extend({ on: z.object({ record: z.enum(RECORD_KINDS), id: z.string() }) })),
})

/** Who calls, with what one should know before picking up. */
export const CallerCard = z.object({
  id: z.string(),
  name: z.string(),
  number: z.string(),
  household: z.string().nullable(),
  nextAppointment: z.object({ title: z.string(), startsAt: z.date() }).nullable(),
  lastMessage: z.object({ conversationId: z.string(), subject: z.string(), at: z.date() }).nullable(),
  openTask: z.object({ title: z.string(), dueOn: z.string().nullable() }).nullable(),
})
export const CallerCards = z.array(CallerCard)
