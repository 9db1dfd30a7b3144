import { instant, json, text } from '#dialect'
import type { FieldValues } from '../../worker/features/fields/rules/field-kinds.ts'
import type { OfficeId } from '../../worker/kernel/ids.ts'

/** The first two columns of every table of an office; together they are its primary key. */
export const ofOffice = () => ({
  officeId: text('office_id').notNull().$type<OfficeId>(),
  id: text('id').notNull(),
})

export const createdAt = () => instant('created_at').notNull()

/** Set when the row was put into the trash. */
export const archivedAt = () => instant('archived_at')

/** The office's own fields of a record, by the field's id. */
export const ownFields = () => json<FieldValues>('fields').notNull().default({})
