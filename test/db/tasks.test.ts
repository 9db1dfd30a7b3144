import { describe, expect, it } from 'vitest'
import { dialect } from '#dialect'
import { insertContact } from '../../db/queries/contacts.ts'
import { insertConversation } from '../../db/queries/conversations.ts'
import { countUnread, insertNotice, noticesOf, readNotice, readNotices } from '../../db/queries/notices.ts'
import { dueReminders, markReminded } from '../../db/queries/reminders.ts'
import { countViews, tasksInView } from '../../db/queries/task-views.ts'
import { archiveTask, insertTask, listTasks, taskById } from '../../db/queries/tasks.ts'
import { isReminderDue, VIEWS, type Viewed, viewOf } from '../../worker/features/tasks/rules/view-of.ts'
import { at, contact, conversation, OFFICES, ours, task, theirs } from './rows.ts'
import { everythingOf, fateOf, run, testDatabase, writeInBoth } from './two-offices.ts'

const all = { contactId: null, doneSince: at(0), limit: 99 }

const database = testDatabase((db) =>
  writeInBoth(db, (db, officeId) => [
    insertContact(db, contact(officeId, 'c1', { name: 'Ann' })),
    insertTask(db, task(officeId, 't1', { dueOn: '2026-03-29', contactId: 'c1' })),
  ]),
)
const blank = { dueOn: null, dueAt: null, doneAt: null, snoozedUntil: null, assigneeId: null, isWaiting: false }
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

describe(`the views of tasks on ${dialect}`, () => {
  const looking = { userId: 'me', now: at(60), today: '2026-03-02', tomorrowAt: new Date('2026-03-02T23:00:00Z') }
  const choices = {
    dueOn: [null, '2026-03-01', '2026-03-02', '2026-03-03'],
    dueAt: [null, at(59), at(60), new Date('2026-03-02T22:59:59Z'), looking.tomorrowAt],
    doneAt: [null, at(9)],
    snoozedUntil: [null, at(59), at(60), at(61)],
    assigneeId: [null, 'me', 'you'],
    isWaiting: [true, false],
  }
  /** Every way in which these fields can stand together. */
  const each = Object.entries(choices).reduce<Partial<Viewed>[]>(
    (some, [name, values]) => some.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))),
    [{}],
  )

  it('are those of the rule, and their counts how many there are', async () => {
    const { db } = database
    await run(...OFFICES.flatMap((officeId) => each.map((more, n) => insertTask(db, task(officeId, `x${n}`, more)))))
    await run(insertTask(db, task(ours, 'gone', { archivedAt: at(1) })), archiveTask(db, ours, 't1', at(1)))
    const counts = await countViews(db, ours, looking)
    for (const view of VIEWS) {
      const expected = each.flatMap((more, n) => (viewOf({ ...blank, ...more }, looking) === view ? [`x${n}`] : []))
      expect(expected.length).toBeGreaterThan(0)
      expect(ids(await tasksInView(db, ours, view, looking, 9999)).sort(), view).toEqual(expected.sort())
      if (view !== 'done') expect(counts[view], view).toBe(expected.length)
    }
  }, 60_000)

  it('have the more urgent first on a day, those with a time before those without', async () => {
    const { db } = database
    const day = { dueOn: '2026-03-02' }
    await run(
      insertTask(db, task(ours, 'low', { ...day, priority: 'low' })),
      insertTask(db, task(ours, 'normal', day)),
      insertTask(db, task(ours, 'high', { ...day, priority: 'high' })),
      insertTask(db, task(ours, 'timed', { ...day, dueAt: at(99) })),
    )
    expect(ids(await tasksInView(db, ours, 'my_day', looking, 9))).toEqual(['timed', 'high', 'normal', 'low'])
    expect(await countViews(db, ours, looking)).toEqual({ my_day: 4, overdue: 0, upcoming: 1, waiting: 0, snoozed: 0 })
  })
})

describe(`reminders and notices on ${dialect}`, () => {
  it('are due as the rule says, and are marked once', async () => {
    const { db } = database
    const due = { remindAt: at(5) }
    await run(
      insertTask(db, task(ours, 'due', due)),
      insertTask(db, task(ours, 'later', { remindAt: at(7) })),
      insertTask(db, task(ours, 'done', { ...due, doneAt: at(1) })),
      insertTask(db, task(ours, 'asleep', { ...due, snoozedUntil: at(9) })),
      insertTask(db, task(ours, 'gone', { ...due, archivedAt: at(1) })),
      insertTask(db, task(theirs, 'due', { remindAt: at(6) })),
    )
    const found = await dueReminders(db, at(6), 9)
    expect(found.map((one) => [one.officeId, one.id])).toEqual([
      [ours, 'due'],
      [theirs, 'due'],
    ])
    expect(found.every((one) => isReminderDue(one, at(6)))).toBe(true)
    await markReminded(db, ours, { id: 'due', remindAt: at(4) }, at(6))
    expect(await dueReminders(db, at(6), 9)).toHaveLength(2)
    await markReminded(db, ours, { id: 'due', remindAt: at(5) }, at(6))
    expect(await dueReminders(db, at(6), 9)).toMatchObject([{ officeId: theirs }])
    expect(await taskById(db, ours, 'due')).toMatchObject({ remindedAt: at(6), version: 1 })
  })

  it('are told once, to whom they concern, and read by them alone', async () => {
    const { db } = database
    const notice = (officeId: typeof ours, id: string, userId: string, seconds: number) => ({
      ...{ officeId, id, userId, kind: 'task_due' as const, record: 'task' as const, recordId: 't1', title: id },
      createdAt: at(seconds),
    })
    await run(
      insertNotice(db, notice(ours, 'n1', 'me', 1)),
      insertNotice(db, notice(ours, 'n1', 'me', 3)),
      insertNotice(db, notice(ours, 'n2', 'me', 2)),
      insertNotice(db, notice(ours, 'n3', 'you', 1)),
      insertNotice(db, notice(theirs, 'n4', 'me', 1)),
    )
    expect((await noticesOf(db, ours, 'me', 9)).map(({ id }) => id)).toEqual(['n2', 'n1'])
    expect(await countUnread(db, ours, 'me')).toBe(2)
    for (const id of ['n3', 'n4']) expect(await readNotice(db, ours, 'me', id, at(5))).toBe(false)
    await readNotices(db, ours, 'me', at(1), at(5))
    expect(await countUnread(db, ours, 'me')).toBe(1)
    expect(await readNotice(db, ours, 'me', 'n2', at(6))).toBe(true)
    expect([await countUnread(db, ours, 'me'), await countUnread(db, ours, 'you')]).toEqual([0, 1])
    expect(await countUnread(db, theirs, 'me')).toBe(1)
  })
})
