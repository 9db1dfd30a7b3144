import type { z } from 'zod'
import { renameContact as rename } from '../../../db/queries/contacts.ts'
import { commit } from '../../../db/queries/plan.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import type { AddAddress, RenameContact } from './input.ts'
import { normalised, planAddress } from './plan-contact.ts'
import { knownContact } from './read-contact.ts'

type Needs = Pick<MemberCtx, 'db' | 'officeId' | 'office' | 'now' | 'newId' | 'desk' | 'member'>

/** Renames the version that the member saw; refuses when somebody changed it meanwhile. */
export async function renameContact(needs: Needs, input: z.infer<typeof RenameContact>): Promise<{ id: string }> {
  await knownContact(needs, input.id)
  const changed = await rename(needs.db, needs.officeId, input.id, input.version, input.name)
  if (changed.length === 0) throw new Refusal('conflict', 'Somebody changed this contact meanwhile. Look again.')
  await needs.desk.announce([{ topic: 'contact', ids: [input.id], by: needs.member.userId }])
  return { id: input.id }
}

/** Gives the contact one more mail address or phone. Having it already is no mistake. */
export async function addAddress(needs: Needs, input: z.infer<typeof AddAddress>): Promise<{ id: string }> {
  await knownContact(needs, input.id)
  const found = { kind: input.kind, typed: input.value }
  if (normalised(needs, found) === null) throw new Refusal('invalid', `“${input.value}” is not complete.`)
  const plan = await planAddress(needs, input.id, found)
  if (plan) {
    await commit(needs.db, plan)
    await needs.desk.announce(plan.changes)
  }
  return { id: input.id }
}
