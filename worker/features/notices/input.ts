import { z } from 'zod'
import { RECORD_KINDS } from '../../kernel/words.ts'

export const NoticeShown = z.object({
  id: z.string(),
  kind: z.enum(['mention', 'assigned', 'task_due', 'import_done', 'calendar_unread', 'outside_overlap']),
  record: z.enum([...RECORD_KINDS, 'import', 'calendar']),
  recordId: z.string(),
  title: z.string(),
  createdAt: z.date(),
  readAt: z.date().nullable(),
})
export const MarkRead = z.object({ id: z.string().meta({ ref: 'notices' }) })
/** `until` is when the newest came that was seen: what came later stays unread. */
export const MarkAllRead = z.object({ until: z.iso.datetime({ offset: true }).transform((iso) => new Date(iso)) })
