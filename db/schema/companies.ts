import { index, primaryKey, table, text, whole } from '#dialect'
import { SOURCES } from '../../worker/kernel/words.ts'
import { archivedAt, createdAt, ofOffice, ownFields } from './columns.ts'

export const companies = table(
  'companies',
  {
    ...ofOffice(),
    name: text('name').notNull(),
    /** The name, folded for searching and sorting. */
    nameKey: text('name_key').notNull(),
    website: text('website'),
    taxId: text('tax_id'),
    ownerId: text('owner_id'),
    fields: ownFields(),
    source: text('source', { enum: SOURCES }).notNull(),
    version: whole('version').notNull().default(1),
    createdAt: createdAt(),
    archivedAt: archivedAt(),
  },
  (t) => [primaryKey({ columns: [t.officeId, t.id] }), index('companies_name').on(t.officeId, t.nameKey, t.id)],
)

export type Company = typeof companies.$inferSelect
export type NewCompany = typeof companies.$inferInsert
