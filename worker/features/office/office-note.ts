import type { Note } from '../../../db/schema/audit.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import type { OfficeAuditKind } from './rules/audit-kinds.ts'

export type NoteNeeds = Pick<MemberCtx, 'officeId' | 'member' | 'now' | 'newId'>

/** What is noted of an act of a member on their office; written together with the act. */
export const officeNote = (
  { officeId, member, now, newId }: NoteNeeds,
  kind: OfficeAuditKind,
  subjectId: string | null = null,
): Note => ({ id: newId(), officeId, userId: member.userId, kind, subjectId, at: now() })
