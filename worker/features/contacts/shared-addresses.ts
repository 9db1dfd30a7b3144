import type { z } from 'zod'
import { peopleAtAddressesOf } from '../../../db/queries/shared-addresses.ts'
import type { OfficeCtx } from '../../context.ts'
import type { SharedAddresses } from './input.ts'
import { knownContact } from './read-contact.ts'

/** The addresses that a contact shares with others, each with who has it and who is meant when a message does not say. */
export async function sharedAddresses(
  needs: Pick<OfficeCtx, 'db' | 'officeId'>,
  { id }: { id: string },
): Promise<z.infer<typeof SharedAddresses>> {
  await knownContact(needs, id)
  const rows = await peopleAtAddressesOf(needs.db, needs.officeId, id)
  return [...Map.groupBy(rows, ({ addressId }) => addressId)].flatMap(([addressId, people]) => {
    const [meant] = people
    return meant && people.length > 1 ? [{ addressId, meansId: meant.id, people: people.toSorted(byName) }] : []
  })
}

/** Not the one who is meant first: what is pressed stays where it is. */
const byName = (one: { name: string }, other: { name: string }) => one.name.localeCompare(other.name)
