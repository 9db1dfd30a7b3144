import type { z } from 'zod'
import { rowsNow } from '../../../db/queries/acts.ts'
import type { Columns } from '../../kernel/columns.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import { doStep, type Step, type StepNeeds } from '../acts/do-step.ts'
import type { RowChange } from '../acts/rules/act-row.ts'
import type { LeaveHousehold, LiveWith, RenameHousehold } from './input.ts'
import { knownContact } from './read-contact.ts'

/** Puts two people into one household: that of the other, or this one's, or a new one named after the other. */
export async function liveWith(needs: StepNeeds, { id, otherId }: z.infer<typeof LiveWith>): Promise<Step> {
  const [one, other] = [await personRow(needs, id), await personRow(needs, otherId)]
  if (id === otherId) throw new Refusal('invalid', 'Everybody lives with themselves.')
  if (one.householdId !== null && one.householdId === other.householdId)
    throw new Refusal('conflict', `${one.name} and ${other.name} are of one household already.`)
  const known = other.householdId ?? one.householdId
  const householdId = known ?? needs.newId()
  const name = `Household ${String(other.name).split(' ').at(-1)}`
  const made: RowChange = {
    table: 'households',
    before: null,
    after: { id: householdId, name, createdAt: needs.now().getTime() },
  }
  const moved = [one, other].filter((row) => row.householdId !== householdId)
  const title = `${one.name} lives with ${other.name}`
  return doStep(needs, { title, record: 'contact', id, topic: 'contact' }, [
    ...(known === null ? [made] : []),
    ...moved.map((row): RowChange => ({ table: 'contacts', before: row, after: { ...row, householdId } })),
  ])
}

export async function leaveHousehold(needs: StepNeeds, { id }: z.infer<typeof LeaveHousehold>): Promise<Step> {
  const row = await personRow(needs, id)
  if (row.householdId === null) throw new Refusal('conflict', `${row.name} is of no household.`)
  const title = `${row.name} left the household`
  const after = { ...row, householdId: null }
  return doStep(needs, { title, record: 'contact', id, topic: 'contact' }, [{ table: 'contacts', before: row, after }])
}

export async function renameHousehold(needs: StepNeeds, input: z.infer<typeof RenameHousehold>): Promise<Step> {
  const { id, name, seen } = input
  const { name: who, householdId } = await knownContact(needs, id)
  const row = householdId
    ? (await rowsNow(needs.db, needs.officeId, 'households', [[householdId]])).get(householdId)
    : undefined
  if (!row) throw new Refusal('conflict', `${who} is of no household.`)
  if (seen !== undefined && seen !== row.name)
    throw new Refusal('conflict', `Somebody renamed this household meanwhile: it is now ${row.name}.`)
  const step = { title: `Renamed ${row.name} to ${name}`, record: 'contact' as const, id, topic: 'contact' as const }
  return doStep(needs, step, [{ table: 'households', before: row, after: { ...row, name } }])
}

async function personRow({ db, officeId }: StepNeeds, id: string): Promise<Columns> {
  const row = (await rowsNow(db, officeId, 'contacts', [[id]])).get(id)
  if (!row || row.archivedAt !== null) throw notFound('contact')
  return row
}
