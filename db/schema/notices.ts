import { index, instant, primaryKey, table, text } from '#dialect'
import { RECORD_KINDS } from '../../worker/kernel/words.ts'
import { createdAt, ofOffice } from './columns.ts'

export const NOTICE_KINDS = [
  'mention',
  'assigned',
  'task_due',
  'import_done',
  'calendar_unread',
  'outside_overlap',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** What a member should hear of. The id is made from what it tells, so that nothing is told twice. */
export const notices = table(
  'notices',
  {
    ...ofOffice(),
    userId: text('user_id').notNull(),
    kind: text('kind', { enum: NOTICE_KINDS }).notNull(),
    /** What it leads to. */
    record: text('record', { enum: [...RECORD_KINDS, 'import', 'calendar'] }).notNull(),
    recordId: text('record_id').notNull(),
    title: text('title').notNull(),
    createdAt: createdAt(),
    readAt: instant('read_at'),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.id] }),
    index('notices_user').on(t.officeId, t.userId, t.createdAt, t.id),
  ],
)

export type Notice = typeof notices.$inferSelect
export type NewNotice = typeof notices.$inferInsert
