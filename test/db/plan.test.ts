import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { dialect, isConflict } from '#dialect'
import { pageOfContacts } from '../../db/queries/contact-list.ts'
import { contactById, contactsAt, insertAddress, insertContact, linkAddress } from '../../db/queries/contacts.ts'
import { alone, commit, joined } from '../../db/queries/plan.ts'
import { OfficeId } from '../../worker/kernel/ids.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

const ours = OfficeId.parse('0193a000-0000-7000-8000-000000000001')
const theirs = OfficeId.parse('0193a000-0000-7000-8000-000000000002')
const at = new Date('2026-03-02T08:00:00.123Z')
const person = (officeId: OfficeId, id: string, name: string) => ({
  officeId,
  id,
  name,
  source: 'member' as const,
  householdId: null,
  version: 1,
  createdAt: at,
})
const address = (officeId: OfficeId, id: string, value: string) => ({
  officeId,
  id,
  kind: 'email' as const,
  value,
  asTyped: value,
  createdAt: at,
})

let database: TestDatabase
beforeEach(async () => {
  await database?.close()
  database = await freshDatabase()
})
afterAll(() => database.close())

describe(`writing together on ${dialect}`, () => {
  it('commits all of a plan', async () => {
    const { db } = database
    await commit(
      db,
      joined(
        alone((db) => [insertContact(db, person(ours, 'c1', 'Élodie Ångström'))]),
        alone((db) => [insertAddress(db, address(ours, 'a1', 'elodie@example.com'))]),
        alone((db) => [linkAddress(db, { officeId: ours, contactId: 'c1', addressId: 'a1' })]),
      ),
    )
    const [found] = await contactsAt(db, ours, 'email', 'elodie@example.com')
    expect(found).toMatchObject({ id: 'c1', name: 'Élodie Ångström', nameKey: 'elodie angstrom', createdAt: at })
  })

  it('commits nothing of a plan when one of its writes is refused', async () => {
    const { db } = database
    await insertAddress(db, address(ours, 'a1', 'one@example.com'))
    const plan = alone((db) => [
      insertContact(db, person(ours, 'c1', 'Ann')),
      insertAddress(db, address(ours, 'a2', 'one@example.com')),
    ])
    const error = await commit(db, plan).then(
      () => null,
      (cause) => cause,
    )
    expect(isConflict(error)).toBe(true)
    expect(await contactById(db, ours, 'c1')).toBeNull()
  })

  it('refuses a row that refers to a row of another office', async () => {
    const { db } = database
    await insertContact(db, person(theirs, 'c1', 'Theirs'))
    await insertAddress(db, address(ours, 'a1', 'one@example.com'))
    const link = linkAddress(db, { officeId: ours, contactId: 'c1', addressId: 'a1' })
    await expect(link.then(() => 'stored')).rejects.toThrow()
  })

  it('pages contacts in the order of folded names, taking what was typed literally', async () => {
    const { db } = database
    for (const [id, name] of [
      ['c1', 'Zoë'],
      ['c2', 'amy'],
      ['c3', 'Émile'],
      ['c4', '100 % Hair'],
    ] as const)
      await insertContact(db, person(ours, id, name))
    await insertContact(db, person(theirs, 'c9', 'Amy of elsewhere'))
    const first = await pageOfContacts(db, ours, { text: '', after: null, limit: 2 })
    expect(first.map((row) => row.name)).toEqual(['100 % Hair', 'amy'])
    const rest = await pageOfContacts(db, ours, { text: '', after: first[1]!, limit: 9 })
    expect(rest.map((row) => row.name)).toEqual(['Émile', 'Zoë'])
    const named = (text: string) => pageOfContacts(db, ours, { text, after: null, limit: 9 })
    expect((await named('EMI')).map((row) => row.id)).toEqual(['c3'])
    expect((await named('100 %')).map((row) => row.id)).toEqual(['c4'])
    expect(await named('a_y')).toEqual([])
    expect(await named(`${'x'.repeat(200)} and more than a pattern may hold`)).toEqual([])
  })
})
