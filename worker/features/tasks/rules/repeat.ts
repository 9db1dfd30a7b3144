import { z } from 'zod'

const MOST_BETWEEN = 365

/**
 * How a task comes again: every so many days, weeks, months or years, counted from the day it was due, or from the day
 * it was done ("after completion"). `onDay` is the day of the month that is meant, where a shorter month had to do with
 * its last: without it, a task of the 31st would stay on the 28th for ever after its first February.
 */
export const Repeat = z.object({
  every: z.number().int().min(1).max(MOST_BETWEEN),
  unit: z.enum(['day', 'week', 'month', 'year']),
  from: z.enum(['due', 'done']),
  onDay: z.number().int().min(1).max(31).optional(),
})
export type Repeat = z.infer<typeof Repeat>

const ITEM_LENGTH = 200
export const ChecklistItem = z.object({
  id: z.string().max(40),
  text: z.string().trim().min(1).max(ITEM_LENGTH),
  isDone: z.boolean(),
})
export type ChecklistItem = z.infer<typeof ChecklistItem>
