import type { z } from 'zod'
import { allServiceStaff } from '../../../db/queries/services.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { RowChange } from '../acts/rules/act-row.ts'
import { stepped } from '../pipelines/rules/placed.ts'
import type { AddService, ChangeService, MoveService, RemoveService } from './input.ts'
import { listServices } from './list-services.ts'
import { type Done, insistOnMembers, knownRow, type Needs, placing, writeSetting } from './write-setting.ts'

const table = 'services' as const

/** A service below the others. */
export async function addService(needs: Needs, input: z.infer<typeof AddService>): Promise<Done> {
  const { staffIds, ...fields } = input
  await insistOnMembers(needs, staffIds)
  const id = needs.newId()
  const position = (await listServices(needs)).length
  const after = { id, ...fields, position, version: 1, createdAt: needs.now().getTime(), archivedAt: null }
  return writeSetting(needs, id, `Added ${fields.name}`, [
    { table, before: null, after },
    ...staffRows(id, [], staffIds),
  ])
}

/** Changes a service. What is booked already stays as it was booked. */
export async function changeService(needs: Needs, input: z.infer<typeof ChangeService>): Promise<Done> {
  const { id, version, staffIds, ...fields } = input
  const before = await knownRow(needs, table, id)
  if (before.version !== version) throw new Refusal('conflict', 'Somebody changed this service meanwhile. Look again.')
  await insistOnMembers(needs, staffIds)
  const known = (await allServiceStaff(needs.db, needs.officeId)).filter(({ serviceId }) => serviceId === id)
  const rows = staffRows(
    id,
    known.map(({ userId }) => userId),
    staffIds,
  )
  const change = { table, before, after: { ...before, ...fields } }
  return writeSetting(needs, id, `Changed ${fields.name}`, [change, ...rows])
}

export async function moveService(needs: Needs, { id, direction }: z.infer<typeof MoveService>): Promise<Done> {
  const row = await knownRow(needs, table, id)
  const ids = (await listServices(needs)).map((service) => service.id)
  return writeSetting(needs, id, `Moved ${row.name}`, await placing(needs, table, stepped(ids, id, direction)))
}

/** Offers a service no longer. Appointments that were made stay. */
export async function removeService(needs: Needs, { id }: z.infer<typeof RemoveService>): Promise<Done> {
  const before = await knownRow(needs, table, id)
  const after = { ...before, archivedAt: needs.now().getTime() }
  return writeSetting(needs, id, `Removed ${before.name}`, [{ table, before, after }])
}

/** The rows by which these people do the service from now on, and no others. */
function staffRows(serviceId: string, before: readonly string[], after: readonly string[]): RowChange[] {
  const row = (userId: string) => ({ serviceId, userId })
  const added = [...new Set(after)].filter((userId) => !before.includes(userId))
  const removed = before.filter((userId) => !after.includes(userId))
  return [
    ...added.map((userId) => ({ table: 'serviceStaff' as const, before: null, after: row(userId) })),
    ...removed.map((userId) => ({ table: 'serviceStaff' as const, before: row(userId), after: null })),
  ]
}
