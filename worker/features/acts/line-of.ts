import type { ActivityKind, FieldChange } from '../../../db/schema/timeline.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import type { RowChange } from './rules/act-row.ts'

type Line = {
  contactId?: string | null
  companyId?: string | null
  kind: ActivityKind
  entityId: string
  title: string
  changes?: FieldChange[]
}

/** A line of the timeline as a part of a step, so that taking the step back takes the line with it. */
export function lineOf(
  { newId, now, member }: Pick<MemberCtx, 'newId' | 'now' | 'member'>,
  { contactId = null, companyId = null, changes = [], ...line }: Line,
): RowChange {
  const by = { kind: 'member' as const, userId: member.userId }
  const after = { id: newId(), contactId, companyId, at: now().getTime(), ...line, changes, by }
  return { table: 'activities', before: null, after }
}
