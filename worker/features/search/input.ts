import { z } from 'zod'

const TEXT_LENGTH = 100

export const Find = z.object({ text: z.string().trim().max(TEXT_LENGTH) })

const Hit = z.object({ id: z.string(), title: z.string(), detail: z.string() })
/** What was found of each kind, the likeliest first. */
export const Finds = z.object({
  contacts: z.array(Hit),
  companies: z.array(Hit),
  deals: z.array(Hit),
  tasks: z.array(Hit),
  conversations: z.array(Hit),
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
