import { index, instant, json, primaryKey, table, text, whole } from '#dialect'
import { IMPORT_STATES } from '../../worker/features/imports/rules/import-states.ts'
import type { ColumnMapping, ImportCounts } from '../../worker/features/imports/rules/mapping.ts'
import { createdAt, ofOffice } from './columns.ts'

/** A file of contacts on its way into the office. Its reversible step is the act of the same id. */
export const imports = table(
  'imports',
  {
    ...ofOffice(),
    format: text('format', { enum: ['csv', 'vcard'] }).notNull(),
    state: text('state', { enum: IMPORT_STATES }).notNull(),
    fileName: text('file_name').notNull(),
    fileKey: text('file_key').notNull(),
    bytes: whole('bytes').notNull(),
    mapping: json<ColumnMapping>('mapping'),
    counts: json<ImportCounts>('counts').notNull(),
    /** How far it has come, so that the next job goes on from there: the byte, and the row that begins at it. */
    nextByte: whole('next_byte').notNull().default(0),
    nextRow: whole('next_row').notNull().default(0),
    /** Why it could not go on, in words for the member. */
    problem: text('problem'),
    authorId: text('author_id').notNull(),
    version: whole('version').notNull().default(1),
    createdAt: createdAt(),
    finishedAt: instant('finished_at'),
  },
  (t) => [primaryKey({ columns: [t.officeId, t.id] }), index('imports_list').on(t.officeId, t.createdAt, t.id)],
)

/** How a file with these headings was mapped the last time; its id is made from the headings. */
export const importMappings = table(
  'import_mappings',
  {
    ...ofOffice(),
    mapping: json<ColumnMapping>('mapping').notNull(),
    usedAt: instant('used_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.officeId, t.id] })],
)

export type Import = typeof imports.$inferSelect
