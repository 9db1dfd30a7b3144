import { instant, text } from '#dialect'
import type { OfficeId } from '../../worker/kernel/ids.ts'

/** The first two columns of every table of an office; together they are its primary key. */
export const ofOffice = () => ({
  officeId: text('office_id').notNull().$type<OfficeId>(),
  id: text('id').notNull(),
})

export const createdAt = () => instant('created_at').notNull()

/** Set when the row was put into the trash. */
export const archivedAt = () => instant('archived_at')
