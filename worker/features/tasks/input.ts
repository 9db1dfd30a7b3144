import { z } from 'zod'
import { SOURCES } from '../../kernel/words.ts'

const TITLE_LENGTH = 200

export const taskId = z.string().meta({ ref: 'tasks' })
const title = z.string().trim().min(1, 'A task needs a title.').max(TITLE_LENGTH)
const dueOn = z.iso.date().nullable()
const version = z.number().int()

export const TaskShown = z.object({
  id: z.string(),
  title: z.string(),
  dueOn: z.string().nullable(),
  doneAt: z.date().nullable(),
  contactId: z.string().nullable(),
  contactName: z.string().nullable(),
  conversationId: z.string().nullable(),
  source: z.enum(SOURCES),
  version: z.number(),
})
export const TaskVersion = z.object({ id: z.string(), version: z.number() })

export const ListTasks = z.object({
  contactId: z.string().meta({ ref: 'contacts' }).nullable().default(null),
  dealId: z.string().meta({ ref: 'deals' }).nullish(),
})
export const CreateTask = z.object({
  title,
  dueOn,
  contactId: z.string().meta({ ref: 'contacts' }).nullable(),
  conversationId: z.string().meta({ ref: 'conversations' }).nullable().default(null),
  dealId: z.string().meta({ ref: 'deals' }).nullable().default(null),
})
export const ChangeTask = z.object({ id: taskId, version, title, dueOn })
export const CheckTask = z.object({ id: taskId, version, done: z.boolean() })
