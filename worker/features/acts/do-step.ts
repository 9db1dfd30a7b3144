import { isOvertaken } from '#dialect'
import { alone, commit, joined, type Plan } from '../../../db/queries/plan.ts'
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

/** What a step is, in words, and the record it was done to, where it was one. */
type Told = {
  title: string
  record: RecordKind | null
  id: string | null
  /** What the screens read anew. */
  topic: Topic
  kind?: ActKind
  /** What whoever was slower is told. */
  overtaken?: string
  /** What is written with it and stays when the step is taken back, such as a notice. */
  along?: Plan
}

/**
 * What a member does to some rows, as one step that can be taken back. Refused when somebody changed one of the rows
 * since they were read.
 */
export async function doStep(needs: StepNeeds, told: Told, rowChanges: RowChange[]): Promise<Step> {
  const { db, newId, desk, member } = needs
  const { title, record, id, topic, kind = 'edit', overtaken = OVERTAKEN, along = nothing } = told
  const actId = newId()
  const by = { kind: 'member' as const, userId: member.userId }
  const changes = [{ topic, ids: id === null ? [] : [id], by: member.userId }]
  const step = { id: actId, kind, title, record, recordId: record && id, by, changes }
  try {
    await commit(db, joined(planAct(needs, step, rowChanges), along))
  } catch (error) {
    throw isOvertaken(error) ? new Refusal('conflict', overtaken) : error
  }
  await desk.announce([...changes, ...along.changes])
  return { actId, title }
}

const nothing = alone(() => [])
const OVERTAKEN = 'Somebody changed this at the same moment. Look again.'
