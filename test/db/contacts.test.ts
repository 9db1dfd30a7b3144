import { describe, expect, it } from 'vitest'
import { dialect } from '#dialect'
import { countContacts, pageOfContacts } from '../../db/queries/contact-list.ts'
import {
  addressBy,
  addressesOf,
  archiveContact,
  contactById,
  contactsAt,
  householdOf,
  insertAddress,
  insertContact,
  linkAddress,
  renameContact,
  unlinkAddress,
} from '../../db/queries/contacts.ts'
import { households } from '../../db/schema/contacts.ts'
import type { Db } from '../../db/schema/index.ts'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { address, at, contact, ours, theirs } from './rows.ts'
import { everythingOf, fateOf, testDatabase, writeInBoth } from './two-offices.ts'

const link = (db: Db, officeId: OfficeId, contactId: string, addressId: string, isDefault = true) =>
  linkAddress(db, { officeId, contactId, addressId, isDefault })

const database = testDatabase((db) =>
  writeInBoth(db, (db, officeId) => [
    db.insert(households).values({ officeId, id: 'h1', name: 'Family', createdAt: at(0) }),
    insertContact(db, contact(officeId, 'c1', { name: 'Ann', householdId: 'h1', createdAt: at(1) })),
    insertContact(db, contact(officeId, 'c2', { name: 'Ben', householdId: 'h1', createdAt: at(2) })),
    insertAddress(db, address(officeId, 'a1', 'family@example.com')),
    insertAddress(db, address(officeId, 'a2', '+4930123456', { kind: 'phone', asTyped: '030 / 123 456' })),
    link(db, officeId, 'c1', 'a1', false),
    link(db, officeId, 'c2', 'a1'),
    link(db, officeId, 'c2', 'a2'),
  ]),
)
const names = (rows: { name: string }[]) => rows.map((row) => row.name)

describe(`contacts on ${dialect}`, () => {
  it('finds who shares an address, the one usually meant first, and nobody in the trash', async () => {
    const { db } = database
    expect(names(await contactsAt(db, ours, 'email', 'family@example.com'))).toEqual(['Ben', 'Ann'])
    expect(await contactsAt(db, ours, 'phone', 'family@example.com')).toEqual([])
    await archiveContact(db, ours, 'c2', at(9))
    expect(names(await contactsAt(db, ours, 'email', 'family@example.com'))).toEqual(['Ann'])
    expect(names(await contactsAt(db, theirs, 'email', 'family@example.com'))).toEqual(['Ben', 'Ann'])
  })

  it('refuses an address that is known, in the same office and for the same kind only', async () => {
    const { db } = database
    expect(await fateOf(insertAddress(db, address(ours, 'a9', 'family@example.com')))).toBe('conflict')
    expect(await fateOf(insertAddress(db, address(ours, 'a9', 'family@example.com', { kind: 'phone' })))).toBe('stored')
    expect(await fateOf(insertContact(db, contact(ours, 'c1')))).toBe('conflict')
  })

  it('links an address twice without a second link, and unlinks it in one office', async () => {
    const { db } = database
    const before = await everythingOf(db, theirs)
    await link(db, ours, 'c1', 'a1')
    await unlinkAddress(db, ours, 'c2', 'a2')
    const found = await addressesOf(db, ours, ['c1', 'c2'])
    expect(found.map(({ contactId, id }) => [contactId, id]).sort()).toEqual([
      ['c1', 'a1'],
      ['c2', 'a1'],
    ])
    expect(await everythingOf(db, theirs)).toEqual(before)
  })

  it('renames the version that was read and no other', async () => {
    const { db } = database
    expect(await renameContact(db, ours, 'c1', 1, 'Ánná')).toEqual([{ id: 'c1' }])
    expect(await renameContact(db, ours, 'c1', 1, 'Too late')).toEqual([])
    expect(await contactById(db, ours, 'c1')).toMatchObject({ name: 'Ánná', nameKey: 'anna', version: 2 })
    expect(await contactById(db, theirs, 'c1')).toMatchObject({ name: 'Ann', version: 1 })
  })

  it('shows a household with its living people', async () => {
    const { db } = database
    await archiveContact(db, ours, 'c1', at(9))
    expect(await householdOf(db, ours, 'h1')).toEqual({ id: 'h1', name: 'Family', people: [{ id: 'c2', name: 'Ben' }] })
    expect((await householdOf(db, theirs, 'h1'))?.people).toHaveLength(2)
    expect(await householdOf(db, ours, 'h9')).toBeNull()
  })

  it('counts the living, and lets the archived come back', async () => {
    const { db } = database
    await archiveContact(db, ours, 'c1', at(9))
    expect([await countContacts(db, ours), await countContacts(db, theirs)]).toEqual([1, 2])
    expect((await contactById(db, ours, 'c1'))?.archivedAt).toEqual(at(9))
    await archiveContact(db, ours, 'c1', null)
    expect(await countContacts(db, ours)).toBe(2)
  })

  it('finds people by a folded part of their name, mail address or phone, however it was typed', async () => {
    const { db } = database
    await insertContact(db, contact(ours, 'c3', { name: 'Łukasz ÖZGÜR Straße' }))
    const found = async (text: string, officeId = ours) =>
      names(await pageOfContacts(db, officeId, { text, after: null, limit: 9 }))
    expect(await found('ozgur')).toEqual(['Łukasz ÖZGÜR Straße'])
    expect(await found('STRASSE')).toEqual([])
    expect(await found('straße')).toEqual(['Łukasz ÖZGÜR Straße'])
    expect(await found('FAMILY@')).toEqual(['Ann', 'Ben'])
    expect(await found('(030) 123-456')).toEqual(['Ben'])
    expect(await found('ozgur', theirs)).toEqual([])
    expect(await found("'; drop table contacts; --")).toEqual([])
  })

  it('answers nothing for an empty list of contacts, and all for a list longer than D1 may bind', async () => {
    const { db } = database
    expect(await addressesOf(db, ours, [])).toEqual([])
    const many = Array.from({ length: 500 }, (_, n) => `c${n}`)
    expect(await addressesOf(db, ours, many)).toHaveLength(3)
  })

  it('neither finds nor changes what is another office’s', async () => {
    const { db } = database
    await insertContact(db, contact(theirs, 'secret', { name: 'Secret', householdId: 'h1' }))
    await insertAddress(db, address(theirs, 'secret', 'secret@example.com'))
    await link(db, theirs, 'secret', 'secret')
    const before = await everythingOf(db, theirs)
    expect(await contactById(db, ours, 'secret')).toBeNull()
    expect(await addressBy(db, ours, 'email', 'secret@example.com')).toBeNull()
    expect(await contactsAt(db, ours, 'email', 'secret@example.com')).toEqual([])
    expect(await addressesOf(db, ours, ['secret'])).toEqual([])
    expect((await householdOf(db, ours, 'h1'))?.people).toHaveLength(2)
    expect(await renameContact(db, ours, 'secret', 1, 'Ours now')).toEqual([])
    await archiveContact(db, ours, 'secret', at(9))
    await unlinkAddress(db, ours, 'secret', 'secret')
    expect(await everythingOf(db, theirs)).toEqual(before)
  })

  it('refuses to refer to a household, contact or address of another office', async () => {
    const { db } = database
    await db.insert(households).values({ officeId: theirs, id: 'h2', name: 'Theirs', createdAt: at(0) })
    await insertContact(db, contact(theirs, 'c3'))
    await insertAddress(db, address(theirs, 'a3', 'theirs@example.com'))
    expect(await fateOf(insertContact(db, contact(ours, 'c4', { householdId: 'h2' })))).toBe('refused')
    expect(await fateOf(link(db, ours, 'c3', 'a1'))).toBe('refused')
    expect(await fateOf(link(db, ours, 'c1', 'a3'))).toBe('refused')
  })
})
