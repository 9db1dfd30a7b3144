import type { z } from 'zod'
import { rowsNow } from '../../../db/queries/acts.ts'
import { hangingOn } from '../../../db/queries/hanging.ts'
import { relationKindsOf } from '../../../db/queries/relations.ts'
import type { Columns } from '../../kernel/columns.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import { searchKey } from '../../kernel/text.ts'
import { doStep, type Step, type StepNeeds } from '../acts/do-step.ts'
import type { ChangeKind, CreateKind, RemoveKind } from './input.ts'
import { listKinds } from './relate.ts'
import { isUsual } from './rules/usual-kinds.ts'

type Names = { name: string; reverseName: string }

/** A kind of relation of the office's own, told from both sides. One that is there already is refused. */
export async function createKind(needs: StepNeeds, { name, reverseName }: z.infer<typeof CreateKind>): Promise<Step> {
  await refuseTaken(needs, { name, reverseName }, null)
  const position = (await relationKindsOf(needs.db, needs.officeId)).length
  const after = { id: needs.newId(), name, reverseName, position }
  const title = `Added the relation “${name} and ${reverseName}”`
  return doStep(needs, { title, ...OF_NOBODY }, [{ table: 'relationKinds', before: null, after }])
}

/** Other names for a kind: everybody who is related like this is called so from then on. */
export async function changeKind(needs: StepNeeds, input: z.infer<typeof ChangeKind>): Promise<Step> {
  const { id, name, reverseName } = input
  const row = await ownKind(needs, id)
  await refuseTaken(needs, { name, reverseName }, id)
  const title = `Renamed the relation “${row.name} and ${row.reverseName}”`
  const after = { ...row, name, reverseName }
  return doStep(needs, { title, ...OF_NOBODY }, [{ table: 'relationKinds', before: row, after }])
}

/** Removes a kind by which nobody is related; one that is used is refused, so that no relation loses its name. */
export async function removeKind(needs: StepNeeds, { id }: z.infer<typeof RemoveKind>): Promise<Step> {
  const row = await ownKind(needs, id)
  const used = (await hangingOn(needs.db, needs.officeId, 'relationKinds', [id])).length
  if (used > 0)
    throw new Refusal('conflict', `${counted(used)} like this. Take that off their pages first, or rename it.`)
  const title = `Removed the relation “${row.name} and ${row.reverseName}”`
  return doStep(needs, { title, ...OF_NOBODY }, [{ table: 'relationKinds', before: row, after: null }])
}

const OF_NOBODY = { record: null, id: null, topic: 'contact' as const }
const counted = (pairs: number) => (pairs === 1 ? 'Two people are related' : `${pairs} pairs of people are related`)

async function ownKind({ db, officeId }: StepNeeds, id: string): Promise<Columns> {
  const row = isUsual(id) ? undefined : (await rowsNow(db, officeId, 'relationKinds', [[id]])).get(id)
  if (!row) throw notFound('relation')
  return row
}

async function refuseTaken(needs: StepNeeds, wanted: Names, exceptId: string | null): Promise<void> {
  const key = ({ name, reverseName }: Names) => `${searchKey(name)} and ${searchKey(reverseName)}`
  const turned = { name: wanted.reverseName, reverseName: wanted.name }
  const taken = (await listKinds(needs)).find(
    (kind) => kind.id !== exceptId && (key(kind) === key(wanted) || key(kind) === key(turned)),
  )
  if (taken) throw new Refusal('conflict', `There is “${taken.name} and ${taken.reverseName}” already.`)
}
