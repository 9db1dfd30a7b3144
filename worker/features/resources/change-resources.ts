import type { z } from 'zod'
import { listResources as rows } from '../../../db/queries/services.ts'
import type { OfficeCtx } from '../../context.ts'
import { stepped } from '../pipelines/rules/placed.ts'
import { type Done, knownRow, type Needs, placing, writeSetting } from '../services/write-setting.ts'
import type { AddResource, ChangeResource, MoveResource, RemoveResource, ResourceShown } from './input.ts'

const table = 'resources' as const

/** The rooms, chairs and so on, by kind, in the order in which they are taken. */
export async function listResources({
  db,
  officeId,
}: Pick<OfficeCtx, 'db' | 'officeId'>): Promise<z.infer<typeof ResourceShown>[]> {
  return rows(db, officeId)
}

/** One more unit of a kind, taken after the others. */
export async function addResource(needs: Needs, input: z.infer<typeof AddResource>): Promise<Done> {
  const id = needs.newId()
  const position = (await listResources(needs)).filter(({ kind }) => kind === input.kind).length
  const after = { id, ...input, position, version: 1, createdAt: needs.now().getTime(), archivedAt: null }
  return writeSetting(needs, id, `Added ${input.name}`, [{ table, before: null, after }])
}

export async function changeResource(needs: Needs, { id, ...fields }: z.infer<typeof ChangeResource>): Promise<Done> {
  const before = await knownRow(needs, table, id)
  return writeSetting(needs, id, `Changed ${fields.name}`, [{ table, before, after: { ...before, ...fields } }])
}

export async function moveResource(needs: Needs, { id, direction }: z.infer<typeof MoveResource>): Promise<Done> {
  const row = await knownRow(needs, table, id)
  const alike = (await listResources(needs)).filter(({ kind }) => kind === row.kind).map((unit) => unit.id)
  return writeSetting(needs, id, `Moved ${row.name}`, await placing(needs, table, stepped(alike, id, direction)))
}

/** Takes a unit out of use. What is booked in it stays. */
export async function removeResource(needs: Needs, { id }: z.infer<typeof RemoveResource>): Promise<Done> {
  const before = await knownRow(needs, table, id)
  const after = { ...before, archivedAt: needs.now().getTime() }
  return writeSetting(needs, id, `Removed ${before.name}`, [{ table, before, after }])
}
