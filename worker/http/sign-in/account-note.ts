import type { Note } from '../../../db/schema/audit.ts'
import type { Ctx } from '../../context.ts'
import type { AccountAuditKind } from '../../features/office/rules/audit-kinds.ts'

export type NoteNeeds = Pick<Ctx, 'now' | 'newId'>

/** What is noted of an act of signing in while it is not known yet whose it is. */
export const unnamedNote = ({ now, newId }: NoteNeeds, kind: AccountAuditKind) => ({ id: newId(), kind, at: now() })

/** What is noted of an act of a person on their own account; written together with the act. */
export const accountNote = (needs: NoteNeeds, kind: AccountAuditKind, userId: string): Note => ({
  ...unnamedNote(needs, kind),
  userId,
})
