import { rowsNow } from '../../../db/queries/acts.ts'
import { membersOf } from '../../../db/queries/members.ts'
import type { Columns } from '../../kernel/columns.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { doStep, type Step, type StepNeeds } from '../acts/do-step.ts'
import type { RowChange } from '../acts/rules/act-row.ts'

export type Needs = StepNeeds & Pick<MemberCtx, 'directory'>
export type Done = Step & { id: string }

/** Writes what an owner changed of what can be booked, as one step that can be taken back, and tells the screens. */
export async function writeSetting(needs: StepNeeds, id: string, title: string, rows: RowChange[]): Promise<Done> {
  return { id, ...(await doStep(needs, { title, record: null, id: null, topic: 'appointment' }, rows)) }
}

/** The row as it is now, if it is this office's and was not put away. */
export async function knownRow(
  { db, officeId }: Pick<Needs, 'db' | 'officeId'>,
  table: 'services' | 'resources',
  id: string,
): Promise<Columns> {
  const row = (await rowsNow(db, officeId, table, [[id]])).get(id)
  if (!row || row.archivedAt !== null) throw notFound(table === 'services' ? 'service' : 'resource')
  return row
}

/** The changes by which the rows stand in the order of their ids. */
export async function placing(
  { db, officeId }: Pick<Needs, 'db' | 'officeId'>,
  table: 'services' | 'resources',
  ids: readonly string[],
): Promise<RowChange[]> {
  const rows = await rowsNow(
    db,
    officeId,
    table,
    ids.map((id) => [id]),
  )
  return ids.flatMap((id, position) => {
    const before = rows.get(id)
    return before && before.position !== position ? [{ table, before, after: { ...before, position } }] : []
  })
}

/** Refuses whoever does not work here. */
export async function insistOnMembers(
  { directory, officeId }: Pick<Needs, 'directory' | 'officeId'>,
  userIds: readonly string[],
): Promise<void> {
  if (userIds.length === 0) return
  const known = new Set((await membersOf(directory, officeId)).map(({ userId }) => userId))
  if (!userIds.every((id) => known.has(id))) throw notFound('member')
}
