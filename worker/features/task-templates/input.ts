import { z } from 'zod'

const TITLE_LENGTH = 200
const LINE_LENGTH = 200
const MOST_LINES = 50
const MOST_DAYS = 3650
const PRIORITIES = ['low', 'normal', 'high'] as const

const templateId = z.string().meta({ ref: 'task_templates' })
const fields = {
  title: z.string().trim().min(1, 'A template needs a title.').max(TITLE_LENGTH),
  /** How many days after a task is made of it that is due; null is without a day. */
  daysAfter: z.number().int().min(0).max(MOST_DAYS).nullable(),
  priority: z.enum(PRIORITIES),
  checklist: z.array(z.string().trim().min(1).max(LINE_LENGTH)).max(MOST_LINES),
}

export const TemplateShown = z.object({ id: z.string(), version: z.number(), ...fields })
export const AddTemplate = z.object(fields)
export const ChangeTemplate = z.object({ id: templateId, version: z.number().int(), ...fields })
export const RemoveTemplate = z.object({ id: templateId })
export const TemplateStep = z.object({ actId: z.string(), title: z.string() })

/** A task for a contact, for a deal, or for neither. */
export const UseTemplate = z.object({
  id: templateId,
  contactId: z.string().meta({ ref: 'contacts' }).nullable(),
  dealId: z.string().meta({ ref: 'deals' }).nullable(),
})
export const TaskMade = z.object({ id: z.string(), actId: z.string(), title: z.string() })
