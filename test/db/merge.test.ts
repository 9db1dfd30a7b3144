import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contactById, insertAddress, insertContact, linkAddress, renameContact } from '../../db/queries/contacts.ts'
import { insertConversation } from '../../db/queries/conversations.ts'
import { insertDeal, insertPipeline, insertStages } from '../../db/queries/deals.ts'
import { filesOn, insertFile } from '../../db/queries/files.ts'
import { insertTask, listTasks, taskById } from '../../db/queries/tasks.ts'
import { insertActivity, pageOfTimeline } from '../../db/queries/timeline.ts'
import { companies } from '../../db/schema/companies.ts'
import { contactCompanies, relationKinds, relations } from '../../db/schema/contacts.ts'
import type { Office } from '../../db/schema/office.ts'
import { customFields, taggings, tags } from '../../db/schema/records.ts'
import { undoAct } from '../../worker/features/acts/undo-act.ts'
import { findDuplicates } from '../../worker/features/contacts/find-duplicates.ts'
import { mergeContacts } from '../../worker/features/contacts/merge-contacts.ts'
import { readContact } from '../../worker/features/contacts/read-contact.ts'
import { tellApart } from '../../worker/features/contacts/tell-apart.ts'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { address, at, contact, conversation, deal, file, ours, task, theirs } from './rows.ts'
import { everythingOf, run, testDatabase, writeInBoth } from './two-offices.ts'

const company = (officeId: OfficeId, id: string) => ({
  ...{ officeId, id, name: id, nameKey: id, source: 'member' as const, createdAt: at(0) },
})

const field = (id: string, label: string, kind: 'text' | 'number') => ({
  ...{ officeId: ours, id, record: 'contact' as const, label, kind, options: [], position: 0, createdAt: at(0) },
})

const database = testDatabase((db) =>
  writeInBoth(db, (db, officeId) => [
    db.insert(companies).values([company(officeId, 'k1'), company(officeId, 'k2')]),
    insertContact(db, contact(officeId, 'a', { name: 'Mara Weber', fields: { size: 4 }, birthday: '--05-17' })),
    insertContact(db, contact(officeId, 'b', { name: 'M. Weber', fields: { size: 5, hair: 'red' } })),
    insertContact(db, contact(officeId, 'c', { name: 'Tom Weber' })),
    insertAddress(db, address(officeId, 'a1', 'mara@example.com')),
    insertAddress(db, address(officeId, 'a2', 'family@example.com')),
    ...['a', 'b', 'c'].map((contactId) => linkAddress(db, { officeId, contactId, addressId: 'a2' })),
    linkAddress(db, { officeId, contactId: 'b', addressId: 'a1' }),
    db.insert(relationKinds).values({ officeId, id: 'r', name: 'mother', reverseName: 'child', position: 0 }),
    db.insert(tags).values({ officeId, id: 'g1', name: 'VIP', nameKey: 'vip', color: 'red', createdAt: at(0) }),
    insertPipeline(db, { officeId, id: 'p1', name: 'Sales', position: 0 }),
    insertStages(db, [{ officeId, id: 'open', pipelineId: 'p1', name: 'New', kind: 'open', position: 0 }]),
  ]),
)

let ids = 0
const needs = (officeId: OfficeId = ours) => ({
  ...{ db: database.db, directory: database.db, office: { currency: 'EUR' } as Office },
  ...{ officeId, now: () => at(100), newId: () => `new ${++ids}` },
  desk: { announce: async () => {}, endSockets: async () => {} },
  jobs: { send: async () => {} },
  member: { userId: 'u1', name: 'Mara', role: 'owner' as const },
})
const withoutActs = async () => {
  const { acts: _, actRows: __, ...rest } = await everythingOf(database.db, ours)
  return rest
}
const merge = (keepId: string, dropId: string, fromOther: string[] = []) =>
  mergeContacts(needs(), { keepId, dropId, fromOther })

/** Everything that can hang on one of the three, under an id that no other row has. */
function hang(id: string, kind: string, contactId: string) {
  const { db } = database
  const officeId = ours
  switch (kind) {
    case 'task':
      return insertTask(db, task(officeId, id, { contactId }))
    case 'deal':
      return insertDeal(db, deal(officeId, id, { contactId }))
    case 'conversation':
      return insertConversation(db, conversation(officeId, id, { contactId }))
    case 'line':
      return insertActivity(db, {
        ...{ officeId, id, contactId, at: at(1), kind: 'task_done' as const, entityId: id, title: id },
        by: { kind: 'sender' },
      })
    case 'company':
      return db
        .insert(contactCompanies)
        .values({ officeId, contactId, companyId: 'k1', createdAt: at(0) })
        .onConflictDoNothing()
    case 'tag':
      return db
        .insert(taggings)
        .values({ officeId, tagId: 'g1', record: 'contact', recordId: contactId, createdAt: at(0) })
        .onConflictDoNothing()
    case 'file':
      return insertFile(db, file(officeId, id, { recordId: contactId }))
    default:
      return db
        .insert(relations)
        .values({ officeId, id, kindId: 'r', fromId: contactId, toId: contactId === 'c' ? 'a' : 'c', createdAt: at(0) })
        .onConflictDoNothing()
  }
}
const KINDS = ['task', 'deal', 'conversation', 'line', 'company', 'tag', 'file', 'relation']

describe('merging two contacts', () => {
  it('hangs everything on the one that stays, which takes over what was chosen', async () => {
    const { db } = database
    for (const [n, kind] of KINDS.entries()) await run(hang(`h${n}`, kind, 'b'))
    await run(db.insert(customFields).values([field('size', 'Shoe size', 'number'), field('hair', 'Hair', 'text')]))
    const { actId } = await merge('a', 'b', ['birthday', 'fields.hair'])
    const [line] = await pageOfTimeline(db, ours, 'a', { after: null, limit: 1 })
    expect(line).toMatchObject({ kind: 'contact_merged', entityId: actId })
    expect(line?.changes).toEqual([
      { field: 'Birthday', before: '--05-17', after: null },
      { field: 'Hair', before: null, after: 'red' },
    ])
    expect(await contactById(db, ours, 'a')).toMatchObject({ birthday: null, fields: { size: 4, hair: 'red' } })
    expect(await contactById(db, ours, 'b')).toMatchObject({ archivedAt: at(100), mergedIntoId: 'a' })
    const shown = await readContact(needs(), { id: 'b' })
    expect(shown.id).toBe('a')
    expect(shown.addresses.map(({ value }) => value).sort()).toEqual(['family@example.com', 'mara@example.com'])
    expect(await listTasks(db, ours, { contactId: 'a', doneSince: at(0), limit: 9 })).toHaveLength(1)
    expect((await filesOn(db, ours, 'contact', 'a', 9)).map(({ recordId }) => recordId)).toEqual(['a'])
    expect(await contactById(db, theirs, 'b')).toMatchObject({ archivedAt: null })
  })

  it('and parting them again leaves everything as it was, whatever hung on whom', async () => {
    const thing = fc.tuple(fc.constantFrom(...KINDS), fc.constantFrom('a', 'b', 'c'))
    const pair = fc.constantFrom(['a', 'b'], ['b', 'a'], ['c', 'b'], ['a', 'c'])
    const choice = fc.subarray(['name', 'birthday', 'fields.size', 'fields.hair'])
    await fc.assert(
      fc.asyncProperty(fc.array(thing, { maxLength: 6 }), pair, choice, async (things, [keep, drop], fromOther) => {
        for (const [kind, contactId] of things) await run(hang(`h${++ids}`, kind, contactId))
        const before = await withoutActs()
        const { actId } = await merge(keep!, drop!, fromOther)
        await expect(undoAct(needs(), { id: actId })).resolves.toMatchObject({ kept: 0 })
        expect(await withoutActs()).toEqual(before)
      }),
      { numRuns: 25 },
    )
  })

  it('keeps what came since with the one that stayed, when they are parted', async () => {
    const { db } = database
    await run(hang('t1', 'task', 'b'))
    const { actId } = await merge('a', 'b')
    await run(hang('t2', 'task', 'a'), renameContact(db, ours, 'a', 2, 'Mara W. Weber'))
    await undoAct(needs(), { id: actId })
    expect((await taskById(db, ours, 't1'))?.contactId).toBe('b')
    expect((await taskById(db, ours, 't2'))?.contactId).toBe('a')
    expect(await contactById(db, ours, 'a')).toMatchObject({ name: 'Mara W. Weber' })
    expect(await contactById(db, ours, 'b')).toMatchObject({ archivedAt: null, mergedIntoId: null })
  })

  it('into one who is merged into a third at the same moment is done whole or refused', async () => {
    const outcomes = await Promise.allSettled([merge('b', 'a'), merge('c', 'b')])
    const refused = outcomes.filter(({ status }) => status === 'rejected')
    expect(refused.length).toBeLessThanOrEqual(1)
    for (const id of ['a', 'b', 'c'])
      await expect(readContact(needs(), { id })).resolves.toMatchObject({ name: expect.stringContaining('Weber') })
  })

  it('is refused with oneself, with nobody and with somebody of another office', async () => {
    await expect(merge('a', 'a')).rejects.toThrow('with itself')
    await expect(merge('a', 'x')).rejects.toThrow('does not exist')
    await merge('a', 'b')
    await expect(merge('c', 'b')).rejects.toThrow('does not exist')
  })
})

describe('pairs that may be one person', () => {
  it('are those of one name or one address whose names are alike, until somebody says that they are two', async () => {
    const { db } = database
    await run(insertContact(db, contact(ours, 'd', { name: 'tom weber' })))
    const found = await findDuplicates(needs())
    expect(found.map(({ one, other, why }) => [one.id, other.id, why])).toEqual([
      ['a', 'b', ['Both have family@example.com.']],
      ['c', 'd', ['Both have the same name.']],
    ])
    await tellApart(needs(), { oneId: 'b', otherId: 'a' })
    expect((await findDuplicates(needs())).map(({ one }) => one.id)).toEqual(['c'])
    expect(await findDuplicates(needs(theirs))).toHaveLength(1)
    await merge('c', 'd')
    expect(await findDuplicates(needs())).toEqual([])
  })
})
