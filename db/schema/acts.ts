import { foreignKey, index, instant, json, primaryKey, table, text, whole } from '#dialect'
import type { ActTable } from '../../worker/features/acts/rules/act-row.ts'
import type { Columns } from '../../worker/kernel/columns.ts'
import { type Actor, RECORD_KINDS } from '../../worker/kernel/words.ts'
import { createdAt, ofOffice } from './columns.ts'

export const ACT_KINDS = ['edit', 'bulk', 'trash', 'merge', 'import', 'preset'] as const
export type ActKind = (typeof ACT_KINDS)[number]
export const ACT_OUTCOMES = ['taken_back', 'partly', 'kept'] as const
export const ACT_STATES = ['running', 'done', 'undoing', 'undone'] as const

/** One reversible step of a member: an edit, a bulk change, a deletion, a merge, an import. */
export const acts = table(
  'acts',
  {
    ...ofOffice(),
    kind: text('kind', { enum: ACT_KINDS }).notNull(),
    state: text('state', { enum: ACT_STATES }).notNull(),
    /** What was done, in words: “Deleted Mara Weber and 4 things with her”. */
    title: text('title').notNull(),
    /** The record it was done to, where it was one; so that the trash can list it. */
    record: text('record', { enum: RECORD_KINDS }),
    recordId: text('record_id'),
    by: json<Actor>('by').notNull(),
    /** How many rows it changed, and how many of them an undo had to leave because somebody worked with them since. */
    rows: whole('rows').notNull().default(0),
    kept: whole('kept').notNull().default(0),
    createdAt: createdAt(),
    undoneAt: instant('undone_at'),
    /** After this it can no longer be taken back, and what it put away is removed. */
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.id] }),
    index('acts_list').on(t.officeId, t.kind, t.state, t.createdAt, t.id),
    index('acts_expiry').on(t.expiresAt),
  ],
)

/** What one act did to one row, column by column: enough to take it back, and to see what somebody changed since. */
export const actRows = table(
  'act_rows',
  {
    officeId: ofOffice().officeId,
    actId: text('act_id').notNull(),
    position: whole('position').notNull(),
    tableName: text('table_name').notNull().$type<ActTable>(),
    /** The row's key without the office, as a list in the order of its columns. */
    key: json<string[]>('row_key').notNull(),
    /** The columns before; null where the act made the row. */
    before: json<Columns>('before'),
    /** The same columns after; null where the act removed the row. */
    after: json<Columns>('after'),
    /** What an undo did with it; null until then. A row that somebody worked with since is kept, wholly or partly. */
    outcome: text('outcome', { enum: ACT_OUTCOMES }),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.actId, t.position] }),
    foreignKey({ columns: [t.officeId, t.actId], foreignColumns: [acts.officeId, acts.id] }),
  ],
)

export type Act = typeof acts.$inferSelect
export type NewAct = typeof acts.$inferInsert
export type ActRow = typeof actRows.$inferSelect
export type NewActRow = typeof actRows.$inferInsert
