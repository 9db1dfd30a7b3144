import { index, instant, table, text } from '#dialect'
import { AUDIT_KINDS } from '../../worker/features/office/rules/audit-kinds.ts'
import type { OfficeId } from '../../worker/kernel/ids.ts'

/**
 * Who did what to an office or to their own account, written together with the act. Ids and nothing else: a row refers
 * to nobody, so that it outlives whom it names. What a person does to their account belongs to no office.
 */
export const audit = table(
  'audit',
  {
    id: text('id').primaryKey(),
    officeId: text('office_id').$type<OfficeId>(),
    userId: text('user_id').notNull(),
    kind: text('kind', { enum: AUDIT_KINDS }).notNull(),
    /** The member, invitation or mail key that it was done to, where it is not the person's own account. */
    subjectId: text('subject_id'),
    at: instant('at').notNull(),
  },
  (t) => [
    index('audit_office').on(t.officeId, t.at),
    index('audit_user').on(t.userId, t.at),
    index('audit_at').on(t.at),
  ],
)

export type Note = typeof audit.$inferInsert
