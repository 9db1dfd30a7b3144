import type { ActivityKind, FieldChange } from '../../../db/schema/timeline.ts'
import type { Columns } from '../../kernel/columns.ts'
import type { RecordKind } from '../../kernel/words.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import type { RowChange } from './rules/act-row.ts'

/** In whose timelines it stands what happens with a record. */
export function timelinesOf(record: RecordKind, row: Columns): { contactId: string | null; companyId: string | null } {
  const id = textOf(row.id)
  if (record === 'contact') return { contactId: id, companyId: null }
  if (record === 'company') return { contactId: null, companyId: id }
  return { contactId: textOf(row.contactId), companyId: textOf(row.companyId) }
}

const textOf = (value: Columns[string] | undefined) => (typeof value === 'string' ? value : null)

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
