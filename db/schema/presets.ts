import { instant, json, primaryKey, table, text, uniqueIndex, whole } from '#dialect'
import type { ActTable } from '../../worker/features/acts/rules/act-row.ts'
import { PRESET_KEYS } from '../../worker/features/presets/rules/preset.ts'
import type { Columns } from '../../worker/kernel/columns.ts'
import { ofOffice } from './columns.ts'

/**
 * What the office calls the people it serves; without a row, contacts. It stands with the office's own rows and not in
 * the directory, so that one step holds it together with the fields and stages of a preset.
 */
export const officeWords = table(
  'office_words',
  {
    ...ofOffice(),
    one: text('one').notNull(),
    many: text('many').notNull(),
    version: whole('version').notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.officeId, t.id] })],
)

/** What a preset did to one row, in the form in which an act keeps it: enough to see later whether somebody uses it. */
export type MadeRow = { tableName: ActTable; key: string[]; before: Columns | null; after: Columns | null }

/** The two parts of a preset that go by themselves: what it set up, and its made-up people. */
export const PRESET_PARTS = ['setup', 'demo'] as const
export type PresetPart = (typeof PRESET_PARTS)[number]

/** Which preset the office has, and the rows that it made. At most one row of each part, so that of two who apply one at once the second is refused. */
export const trades = table(
  'trades',
  {
    ...ofOffice(),
    part: text('part', { enum: PRESET_PARTS }).notNull(),
    preset: text('preset', { enum: PRESET_KEYS }).notNull(),
    made: json<MadeRow[]>('made').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.officeId, t.id] }), uniqueIndex('trades_part').on(t.officeId, t.part)],
)

export type OfficeWords = typeof officeWords.$inferSelect
export type Trade = typeof trades.$inferSelect
