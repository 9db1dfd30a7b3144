import type { z } from 'zod'
import { listLostReasons } from '../../../db/queries/deal-board.ts'
import type { AddReason, MoveReason, RemoveReason, RenameReason } from './input.ts'
import { stepped } from './rules/placed.ts'
import { type Done, knownRow, type Needs, placing, writeStep } from './write-step.ts'

/** One more reason why deals are lost, below the others. */
export async function addReason(needs: Needs, { label }: z.infer<typeof AddReason>): Promise<Done> {
  const id = needs.newId()
  const ids = [...(await listLostReasons(needs.db, needs.officeId)).map((reason) => reason.id), id]
  const after = { id, label, position: ids.indexOf(id), archivedAt: null }
  return writeStep(needs, id, `Added ${label}`, [
    { table: 'lostReasons', before: null, after },
    ...(await placing(needs, 'lostReasons', ids)),
  ])
}

export async function renameReason(needs: Needs, { id, label }: z.infer<typeof RenameReason>): Promise<Done> {
  const before = await knownRow(needs, 'lostReasons', id)
  const title = `Renamed ${before.label} to ${label}`
  return writeStep(needs, id, title, [{ table: 'lostReasons', before, after: { ...before, label } }])
}

export async function moveReason(needs: Needs, { id, direction }: z.infer<typeof MoveReason>): Promise<Done> {
  const row = await knownRow(needs, 'lostReasons', id)
  const ids = (await listLostReasons(needs.db, needs.officeId)).map((reason) => reason.id)
  return writeStep(needs, id, `Moved ${row.label}`, await placing(needs, 'lostReasons', stepped(ids, id, direction)))
}

/** Offers a reason no longer; deals that were lost for it keep it. */
export async function removeReason(needs: Needs, { id }: z.infer<typeof RemoveReason>): Promise<Done> {
  const before = await knownRow(needs, 'lostReasons', id)
  const after = { ...before, archivedAt: needs.now().getTime() }
  return writeStep(needs, id, `Removed ${before.label}`, [{ table: 'lostReasons', before, after }])
}
