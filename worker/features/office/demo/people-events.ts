import { insertHousehold, joinHousehold } from '../../../../db/queries/households.ts'
import { alone, commit } from '../../../../db/queries/plan.ts'
import type { Household, Person } from '../../../../db/seed/story.ts'
import { DAY_MS } from '../../../kernel/time.ts'
import type { MemberCtx } from '../../../trpc/procedures.ts'
import { createContact } from '../../contacts/create-contact.ts'
import { listContacts } from '../../contacts/list-contacts.ts'
import type { Event } from './stage.ts'

/** Finds the people of a story by the name that it calls them, asking for each once: nobody changes their name in it. */
export type Cast = (needs: MemberCtx, name: string) => Promise<string>

export function newCast(): Cast {
  const known = new Map<string, string>()
  return async (needs, name) => {
    const id = known.get(name) ?? (await contactIdOf(needs, name))
    known.set(name, id)
    return id
  }
}

async function contactIdOf(needs: MemberCtx, name: string): Promise<string> {
  const { rows } = await listContacts(needs, { text: name })
  const contact = rows.find((row) => row.name === name)
  if (!contact) throw new Error(`Nobody in the demo is called ${name} yet.`)
  return contact.id
}

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * DAY_MS)

export const personEvents = (people: readonly Person[], now: Date): Event[] =>
  people.map(({ name, email = null, phone = null, sinceDays }) => ({
    at: daysBefore(now, sinceDays),
    play: (needs) => createContact(needs, { name, email, phone }),
  }))

/** After everybody is there who belongs to one. */
export const householdEvents = (households: readonly Household[], at: Date, cast: Cast): Event[] =>
  households.map((household) => ({ at, play: (needs) => formHousehold(needs, household, cast) }))

async function formHousehold(needs: MemberCtx, { name, people }: Household, cast: Cast): Promise<void> {
  const { db, officeId, newId, now } = needs
  const id = newId()
  const members: string[] = []
  for (const person of people) members.push(await cast(needs, person))
  await commit(
    db,
    alone((db) => [
      insertHousehold(db, { officeId, id, name, createdAt: now() }),
      ...members.map((contactId) => joinHousehold(db, officeId, contactId, id)),
    ]),
  )
}
