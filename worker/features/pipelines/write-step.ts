import type { z } from 'zod'
import { rowsNow } from '../../../db/queries/acts.ts'
import type { Columns } from '../../kernel/columns.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import { doStep, type StepNeeds } from '../acts/do-step.ts'
import type { RowChange } from '../acts/rules/act-row.ts'
import type { Step } from './input.ts'
import type { Answer } from './rules/refusals.ts'

export type Needs = StepNeeds
export type Done = z.infer<typeof Step>

const NAMES = { pipelines: 'pipeline', stages: 'stage', lostReasons: 'reason' } as const
type Table = keyof typeof NAMES

/** Writes what an owner changed of the pipelines, as one step that can be taken back, and tells the screens. */
export async function writeStep(needs: Needs, id: string, title: string, rows: RowChange[]): Promise<Done> {
  return { id, ...(await doStep(needs, { title, record: null, id: null, topic: 'deal' }, rows)) }
}

/** The row as it is now, if it is this office's and was not put away. */
export async function knownRow({ db, officeId }: Needs, table: Table, id: string): Promise<Columns> {
  const row = (await rowsNow(db, officeId, table, [[id]])).get(id)
  if (!row || row.archivedAt !== null) throw notFound(NAMES[table])
  return row
}

/** The changes by which the rows stand in the order of their ids. */
export async function placing({ db, officeId }: Needs, table: Table, ids: readonly string[]): Promise<RowChange[]> {
  const keys = ids.map((id) => [id])
  const rows = await rowsNow(db, officeId, table, keys)
  return ids.flatMap((id, position) => {
    const before = rows.get(id)
    return before && before.position !== position ? [{ table, before, after: { ...before, position } }] : []
  })
}

/** Passes where the rule says yes, and gives its reason where it does not. */
export function insistOn(answer: Answer): void {
  if (!answer.ok) throw new Refusal('conflict', answer.why)
}
