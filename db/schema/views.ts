import { index, json, primaryKey, table, text, whole } from '#dialect'
import type { View } from '../../worker/features/views/rules/view.ts'
import { RECORD_KINDS } from '../../worker/kernel/words.ts'
import { archivedAt, createdAt, ofOffice } from './columns.ts'

/** A list as somebody wants to see it: columns, filter, order. */
export const views = table(
  'views',
  {
    ...ofOffice(),
    record: text('record', { enum: RECORD_KINDS }).notNull(),
    name: text('name').notNull(),
    /** Whose own view it is; null when all members share it. */
    ownerId: text('owner_id'),
    view: json<View>('view').notNull(),
    position: whole('position').notNull(),
    version: whole('version').notNull().default(1),
    createdAt: createdAt(),
    archivedAt: archivedAt(),
  },
  (t) => [primaryKey({ columns: [t.officeId, t.id] }), index('views_record').on(t.officeId, t.record, t.position)],
)

export type SavedView = typeof views.$inferSelect
