import { isOvertaken } from '#dialect'
import { commit } from '../../../db/queries/plan.ts'
import type { ActKind } from '../../../db/schema/acts.ts'
import type { Topic } from '../../kernel/live.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { RecordKind } from '../../kernel/words.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { planAct } from './plan-act.ts'
import type { RowChange } from './rules/act-row.ts'

export type StepNeeds = Pick<MemberCtx, 'db' | 'officeId' | 'now' | 'newId' | 'desk' | 'member'>
/** By what it is taken back, and what it was, in words. */
export type Step = { actId: string; title: string }
/** A step that there was no need for: everything stood as it was to be. */
export const NO_STEP = { actId: null, title: 'Nothing changed' }

/**
 * What a member does to some rows, as one step that can be taken back. Refused when somebody changed one of the rows
 * since they were read. The screens are told of `topic`.
 */
export async function doStep(
  needs: StepNeeds,
  {
    title,
    record,
    id,
    topic,
    kind = 'edit',
  }: { title: string; record: RecordKind; id: string; topic: Topic; kind?: ActKind },
  rowChanges: RowChange[],
): Promise<Step> {
  const { db, newId, desk, member } = needs
  const actId = newId()
  const by = { kind: 'member' as const, userId: member.userId }
  const changes = [{ topic, ids: [id], by: member.userId }]
  const step = { id: actId, kind, title, record, recordId: id, by, changes }
  try {
    await commit(db, planAct(needs, step, rowChanges))
  } catch (error) {
    if (isOvertaken(error)) throw new Refusal('conflict', 'Somebody changed this at the same moment. Look again.')
    throw error
  }
  await desk.announce(changes)
  return { actId, title }
}
