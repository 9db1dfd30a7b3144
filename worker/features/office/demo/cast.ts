import { insertAddress, insertContact, linkAddress } from '../../../../db/queries/contacts.ts'
import { insertHousehold } from '../../../../db/queries/households.ts'
import { alone, commit, joined, type Plan } from '../../../../db/queries/plan.ts'
import { insertActivity } from '../../../../db/queries/timeline.ts'
import type { Address, NewAddress } from '../../../../db/schema/contacts.ts'
import { HOUSEHOLDS, PEOPLE } from '../../../../db/seed/people.ts'
import type { Person } from '../../../../db/seed/story.ts'
import { REGULARS } from '../../../../db/seed/team.ts'
import { DAY_MS } from '../../../kernel/time.ts'
import type { MemberCtx } from '../../../trpc/procedures.ts'
import { listContacts } from '../../contacts/list-contacts.ts'
import { normalised } from '../../contacts/plan-contact.ts'

/** The people of the story: who was known before is written in one go, and whoever came by mail is looked up once. */
export function newCast(now: Date) {
  const ids = new Map<string, string>()
  return {
    async enter(needs: MemberCtx): Promise<void> {
      const shared = new Map<string, NewAddress>()
      const households = HOUSEHOLDS.map(({ name, people }) => ({ id: needs.newId(), name, people }))
      const plans = [...PEOPLE, ...REGULARS].map((person) => {
        const id = needs.newId()
        ids.set(person.name, id)
        const householdId = households.find(({ people }) => people.includes(person.name))?.id ?? null
        return planPerson(needs, { ...person, id, householdId, since: daysBefore(now, person.sinceDays) }, shared)
      })
      const { officeId } = needs
      const createdAt = needs.now()
      const homes = alone((db) =>
        households.map(({ id, name }) => insertHousehold(db, { officeId, id, name, createdAt })),
      )
      await commit(needs.db, joined(homes, ...plans))
    },
    async idOf(needs: MemberCtx, name: string): Promise<string> {
      const id = ids.get(name) ?? (await contactIdOf(needs, name))
      ids.set(name, id)
      return id
    },
  }
}
export type Cast = ReturnType<typeof newCast>

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * DAY_MS)

async function contactIdOf(needs: MemberCtx, name: string): Promise<string> {
  const { rows } = await listContacts(needs, { text: name })
  const contact = rows.find((row) => row.name === name)
  if (!contact) throw new Error(`Nobody in the demo is called ${name} yet.`)
  return contact.id
}

type Known = Person & { id: string; householdId: string | null; since: Date }

/** A contact with their addresses; of an address that others have already, `shared` holds the row. */
function planPerson(needs: MemberCtx, person: Known, shared: Map<string, NewAddress>): Plan {
  const { officeId, member } = needs
  const { id, name, householdId, since } = person
  const by = { kind: 'member' as const, userId: member.userId }
  const contact = { officeId, id, name, householdId, source: 'demo' as const, version: 1, createdAt: since }
  const activity = {
    officeId,
    id,
    contactId: id,
    at: since,
    kind: 'contact_created' as const,
    entityId: id,
    title: name,
  }
  return joined(
    alone((db) => [insertContact(db, contact), insertActivity(db, { ...activity, by })]),
    ...(person.email ? [planSharedAddress(needs, person, { kind: 'email', typed: person.email }, shared)] : []),
    ...(person.phone ? [planSharedAddress(needs, person, { kind: 'phone', typed: person.phone }, shared)] : []),
  )
}

function planSharedAddress(
  needs: MemberCtx,
  { id: contactId, since }: Known,
  found: { kind: Address['kind']; typed: string },
  shared: Map<string, NewAddress>,
): Plan {
  const { officeId, newId } = needs
  const value = normalised(needs, found)
  if (value === null) throw new Error(`The demo cannot use ${found.typed}.`)
  const known = shared.get(value)
  const address = known ?? { officeId, id: newId(), kind: found.kind, value, asTyped: found.typed, createdAt: since }
  shared.set(value, address)
  const link = { officeId, contactId, addressId: address.id, isDefault: known === undefined }
  return alone((db) => [...(known ? [] : [insertAddress(db, address)]), linkAddress(db, link)])
}
