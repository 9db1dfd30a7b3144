import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contactById, contactsAt, insertAddress, insertContact, linkAddress } from '../../db/queries/contacts.ts'
import { conversationById, insertConversation } from '../../db/queries/conversations.ts'
import { dealById, insertDeal, insertPipeline, insertStages } from '../../db/queries/deals.ts'
import { fileById, insertFile } from '../../db/queries/files.ts'
import { insertMessage } from '../../db/queries/messages.ts'
import { insertTask, taskById } from '../../db/queries/tasks.ts'
import { insertActivity } from '../../db/queries/timeline.ts'
import type { Db } from '../../db/schema/index.ts'
import { undoAct } from '../../worker/features/acts/undo-act.ts'
import { removeFile } from '../../worker/features/files/change-file.ts'
import { discard } from '../../worker/features/trash/discard.ts'
import { emptyTrash } from '../../worker/features/trash/empty-trash.ts'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { DAY_MS } from '../../worker/kernel/time.ts'
import { address, at, contact, conversation, deal, file, message, ours, task, theirs } from './rows.ts'
import { everythingOf, run, testDatabase, writeInBoth } from './two-offices.ts'

const database = testDatabase((db) =>
  writeInBoth(db, (db, officeId) => [
    insertContact(db, contact(officeId, 'c1', { name: 'Ann' })),
    insertContact(db, contact(officeId, 'c2', { name: 'Bob' })),
    insertAddress(db, address(officeId, 'a1', 'ann@example.com')),
    linkAddress(db, { officeId, contactId: 'c1', addressId: 'a1' }),
    insertPipeline(db, { officeId, id: 'p1', name: 'Sales', position: 0 }),
    insertStages(db, [{ officeId, id: 'open', pipelineId: 'p1', name: 'New', kind: 'open', position: 0 }]),
    insertConversation(db, conversation(officeId, 'v1', { contactId: 'c1' })),
    insertMessage(db, message(officeId, 'm1', { contactId: 'c1' })),
    insertDeal(db, deal(officeId, 'd1', { contactId: 'c1' })),
    insertTask(db, task(officeId, 't1', { contactId: 'c1' })),
    insertTask(db, task(officeId, 't2', { contactId: 'c2' })),
    insertFile(db, file(officeId, 'f1')),
    insertFile(db, file(officeId, 'f2', { record: 'deal', recordId: 'd1' })),
    insertFile(db, file(officeId, 'f3', { record: 'task', recordId: 't2' })),
    insertActivity(db, {
      ...{ officeId, id: 'x1', contactId: 'c1', at: at(1), kind: 'message_received' },
      ...{ entityId: 'm1', title: 'Hello', by: { kind: 'sender' } },
    }),
  ]),
)

let ids = 0
const needs = (officeId: OfficeId = ours) => ({
  ...{ db: database.db, officeId, now: () => at(100), newId: () => `new ${++ids}` },
  desk: { announce: async () => {}, endSockets: async () => {} },
  jobs: { send: async () => {} },
  member: { userId: 'u1', name: 'Mara', role: 'owner' as const },
})
const withoutActs = async (officeId: OfficeId = ours) => {
  const { acts: _, actRows: __, ...rest } = await everythingOf(database.db, officeId)
  return rest
}
const removedFiles: string[] = []
const later = (db: Db, days: number) => ({
  db,
  files: {
    put: async () => {},
    get: async () => null,
    keys: async () => [],
    removeAll: async (prefix: string) => void removedFiles.push(prefix),
  },
  now: () => new Date(at(100).getTime() + days * DAY_MS),
})

describe('the trash', () => {
  it('takes a contact with the deals and tasks that hang on it, and leaves the conversation without a contact', async () => {
    const { db } = database
    const { title } = await discard(needs(), { record: 'contact', id: 'c1' })
    expect(title).toBe('Deleted Ann, with 3 things that hung on it')
    expect([await dealById(db, ours, 'd1'), await taskById(db, ours, 't1')]).toEqual([null, null])
    expect((await contactById(db, ours, 'c1'))?.archivedAt).toEqual(at(100))
    expect((await conversationById(db, ours, 'v1'))?.contactId).toBeNull()
    expect(await taskById(db, ours, 't2')).not.toBeNull()
    expect((await conversationById(db, theirs, 'v1'))?.contactId).toBe('c1')
  })

  it('gives everything back as it was, also when somebody with the same address came in between', async () => {
    const { db } = database
    const before = await withoutActs()
    const { actId } = await discard(needs(), { record: 'contact', id: 'c1' })
    await run(
      insertContact(db, contact(ours, 'c3', { name: 'Another Ann' })),
      linkAddress(db, { officeId: ours, contactId: 'c3', addressId: 'a1' }),
    )
    expect((await contactsAt(db, ours, 'email', 'ann@example.com')).map(({ id }) => id)).toEqual(['c3'])
    await expect(undoAct(needs(), { id: actId })).resolves.toMatchObject({ kept: 0 })
    expect((await contactsAt(db, ours, 'email', 'ann@example.com')).map(({ id }) => id).sort()).toEqual(['c1', 'c3'])
    const { contacts, contactAddresses, searchEntries, ...rest } = await withoutActs()
    const { contacts: old, contactAddresses: oldLinks, searchEntries: oldEntries, ...oldRest } = before
    expect(rest).toEqual(oldRest)
    expect(contacts).toEqual(expect.arrayContaining(old!))
    expect(contactAddresses).toEqual(expect.arrayContaining(oldLinks!))
    expect(searchEntries).toEqual(expect.arrayContaining(oldEntries!))
  })

  it('and back is the same office, whatever is deleted in whatever order', async () => {
    const records = fc.constantFrom(
      { record: 'contact' as const, id: 'c1' },
      { record: 'contact' as const, id: 'c2' },
      { record: 'deal' as const, id: 'd1' },
      { record: 'task' as const, id: 't1' },
      { record: 'task' as const, id: 't2' },
      { record: 'file' as const, id: 'f1' },
      { record: 'file' as const, id: 'f3' },
    )
    const order = fc.uniqueArray(records, { minLength: 1, selector: ({ record, id }) => `${record} ${id}` })
    const before = await withoutActs()
    await fc.assert(
      fc.asyncProperty(order, async (discarded) => {
        const acts: string[] = []
        for (const each of discarded)
          await (each.record === 'file' ? removeFile(needs(), each) : discard(needs(), each)).then(
            ({ actId }) => acts.push(actId),
            // It went along with something that was deleted before.
            (error) => expect(error.message).toContain('does not exist'),
          )
        for (const id of acts.reverse()) await undoAct(needs(), { id })
        expect(await withoutActs()).toEqual(before)
      }),
      { numRuns: 15 },
    )
  })

  it('finds nothing of another office, nothing twice, and nothing that is not there', async () => {
    const mine = needs()
    await discard(mine, { record: 'task', id: 't1' })
    await expect(discard(mine, { record: 'task', id: 't1' })).rejects.toThrow('does not exist')
    await expect(discard(mine, { record: 'company', id: 'c1' })).rejects.toThrow('does not exist')
    expect(await taskById(database.db, theirs, 't1')).not.toBeNull()
  })

  it('is emptied after thirty days, of the contact and all that cannot be without it, and of nothing else', async () => {
    const { db } = database
    const others = await everythingOf(db, theirs)
    await discard(needs(), { record: 'contact', id: 'c1' })
    expect(await emptyTrash(later(db, 29))).toBe(0)
    expect(await emptyTrash(later(db, 31))).toBe(1)
    expect([await contactById(db, ours, 'c1'), await dealById(db, ours, 'd1')]).toEqual([null, null])
    expect(await conversationById(db, ours, 'v1')).toMatchObject({ contactId: null })
    const left = await everythingOf(db, ours)
    expect(left.acts).toEqual([])
    expect(left.actRows).toEqual([])
    expect(left.activities).toEqual([])
    expect(left.messages?.[0]).toContain('"contactId":null')
    expect(left.tasks).toHaveLength(1)
    expect(await everythingOf(db, theirs)).toEqual(others)
  })

  it('is emptied of a file by its content and then its row, so that a sweep that was cut off ends what it began', async () => {
    const { db } = database
    await removeFile(needs(), { id: 'f1' })
    const sweep = later(db, 31)
    const cutOff = { ...sweep, files: { ...sweep.files, removeAll: () => Promise.reject(new Error('cut off')) } }
    await expect(emptyTrash(cutOff)).rejects.toThrow('cut off')
    expect(await fileById(db, ours, 'f1')).not.toBeNull()
    removedFiles.length = 0
    expect(await emptyTrash(sweep)).toBe(1)
    expect([removedFiles, await fileById(db, ours, 'f1')]).toEqual([[`${ours}/files/f1`], null])
    expect(await fileById(db, theirs, 'f1')).not.toBeNull()
  })

  it('takes the files of what it is emptied of, and no others', async () => {
    const { db } = database
    removedFiles.length = 0
    await discard(needs(), { record: 'contact', id: 'c1' })
    await emptyTrash(later(db, 31))
    expect(removedFiles.toSorted()).toEqual([`${ours}/files/f1`, `${ours}/files/f2`])
    expect(await fileById(db, ours, 'f3')).not.toBeNull()
  })

  it('keeps what was restored, when its days are over', async () => {
    const { db } = database
    const { actId } = await discard(needs(), { record: 'contact', id: 'c1' })
    await undoAct(needs(), { id: actId })
    const before = await withoutActs()
    await emptyTrash(later(db, 31))
    expect(await withoutActs()).toEqual(before)
  })
})
