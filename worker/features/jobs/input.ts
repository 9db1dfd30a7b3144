import { z } from 'zod'

export const DeadJob = z.object({
  id: z.string(),
  kind: z.string(),
  attempts: z.number(),
  lastError: z.string().nullable(),
  createdAt: z.date(),
})
export const RetryJob = z.object({ id: z.string().meta({ ref: 'outbox' }) })
