import { describe, expect, it } from 'vitest'
import { dialect } from '#dialect'
import { insertContact } from '../../db/queries/contacts.ts'
import { insertConversation } from '../../db/queries/conversations.ts'
import { archiveTask, insertTask, listTasks, taskById, updateTask } from '../../db/queries/tasks.ts'
import { at, contact, conversation, ours, task, theirs } from './rows.ts'
import { everythingOf, fateOf, run, testDatabase, writeInBoth } from './two-offices.ts'

const all = { contactId: null, doneSince: at(0), limit: 99 }

const database = testDatabase((db) =>
  writeInBoth(db, (db, officeId) => [
    insertContact(db, contact(officeId, 'c1', { name: 'Ann' })),
    insertTask(db, task(officeId, 't1', { dueOn: '2026-03-29', contactId: 'c1' })),
  ]),
)
const ids = (rows: { task: { id: string } }[]) => rows.map((row) => row.task.id)

describe(`tasks on ${dialect}`, () => {
  it('lists what is open by day, without a day last, then what was done of late', async () => {
    const { db } = database
    await run(
      insertTask(db, task(ours, 'no day, later', { createdAt: at(2) })),
      insertTask(db, task(ours, 'no day', { createdAt: at(1) })),
      insertTask(db, task(ours, 'first', { dueOn: '2026-01-01' })),
      insertTask(db, task(ours, 'done', { doneAt: at(5), dueOn: '2025-01-01' })),
      insertTask(db, task(ours, 'done long ago', { doneAt: at(-1) })),
      insertTask(db, task(ours, 'archived', { archivedAt: at(5) })),
    )
    expect(ids(await listTasks(db, ours, all))).toEqual(['first', 't1', 'no day', 'no day, later', 'done'])
    expect(ids(await listTasks(db, ours, { ...all, limit: 2 }))).toEqual(['first', 't1'])
  })

  it('lists the tasks of one contact, with the contact’s name in the same office', async () => {
    const { db } = database
    await insertTask(db, task(ours, 't2'))
    expect(await listTasks(db, ours, { ...all, contactId: 'c1' })).toMatchObject([
      { task: { id: 't1', dueOn: '2026-03-29' }, contactName: 'Ann' },
    ])
    expect((await listTasks(db, ours, all)).map((row) => row.contactName)).toEqual(['Ann', null])
  })

  it('changes the version that was read and no other', async () => {
    const { db } = database
    const changed = await updateTask(db, ours, 't1', 1, { doneAt: at(7), dueOn: null })
    expect(changed).toMatchObject([{ id: 't1', doneAt: at(7), dueOn: null, version: 2, title: 'Task t1' }])
    expect(await updateTask(db, ours, 't1', 1, { title: 'Too late' })).toEqual([])
    expect(await taskById(db, theirs, 't1')).toMatchObject({ doneAt: null, version: 1 })
  })

  it('lets one of ten members change the same version', async () => {
    const { db } = database
    const changes = Array.from({ length: 10 }, (_, n) => updateTask(db, ours, 't1', 1, { title: `${n}` }))
    expect((await Promise.all(changes)).filter((rows) => rows.length > 0)).toHaveLength(1)
  })

  it('hides what is in the trash, and brings it back', async () => {
    const { db } = database
    await archiveTask(db, ours, 't1', at(9))
    expect(await taskById(db, ours, 't1')).toBeNull()
    expect(await taskById(db, theirs, 't1')).not.toBeNull()
    await archiveTask(db, ours, 't1', null)
    expect(await taskById(db, ours, 't1')).toMatchObject({ id: 't1', archivedAt: null })
  })

  it('neither finds nor changes what is another office’s', async () => {
    const { db } = database
    await insertTask(db, task(theirs, 'secret'))
    const before = await everythingOf(db, theirs)
    expect(await taskById(db, ours, 'secret')).toBeNull()
    expect(ids(await listTasks(db, ours, all))).toEqual(['t1'])
    expect(await updateTask(db, ours, 'secret', 1, { title: 'Ours now' })).toEqual([])
    await archiveTask(db, ours, 'secret', at(9))
    expect(await everythingOf(db, theirs)).toEqual(before)
  })

  it('refuses to refer to a contact or conversation of another office', async () => {
    const { db } = database
    await insertContact(db, contact(theirs, 'c2'))
    await insertConversation(db, conversation(theirs, 'v2'))
    expect(await fateOf(insertTask(db, task(ours, 't2', { contactId: 'c2' })))).toBe('refused')
    expect(await fateOf(insertTask(db, task(ours, 't2', { conversationId: 'v2' })))).toBe('refused')
    expect(await fateOf(insertTask(db, task(ours, 't1')))).toBe('conflict')
  })
})
