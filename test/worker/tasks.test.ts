import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../worker/kernel/time.ts'
import { sweep } from '../../worker/queue/sweep.ts'
import { colleagueOf, contextWith, rowsOf } from '../support/inside.ts'
import { eventually } from '../support/mails.ts'
import { ownerWithOffice, type Person } from '../support/people.ts'

type Office = { owner: Person; officeId: string }
let ours: Office
let theirs: Office
let staff: Person
let viewer: Person
beforeAll(async () => {
  ours = await ownerWithOffice('Salon Ours')
  theirs = await ownerWithOffice('Salon Theirs')
  staff = await colleagueOf(ours.owner, ours.officeId, 'staff')
  viewer = await colleagueOf(ours.owner, ours.officeId, 'viewer')
})

const tasks = () => ours.owner.caller.tasks
const userIdOf = async ({ email }: Person) =>
  (await ours.owner.caller.office.members.query()).members.find((each) => each.email === email)!.userId
const newTask = async (more: Partial<Parameters<Person['caller']['tasks']['create']['mutate']>[0]> = {}) => {
  const title = `Task ${crypto.randomUUID().slice(0, 8)}`
  const { id } = await tasks().create.mutate({ title, dueOn: null, contactId: null, ...more })
  return { id, title: more.title ?? title }
}
const undo = (actId: string) => ours.owner.caller.acts.undo.mutate({ id: actId })
const soon = (ms: number) => new Date(Date.now() + ms).toISOString()
const noticesOf = async (person: Person, recordId: string) =>
  (await person.caller.notices.list.query()).filter((notice) => notice.recordId === recordId)

describe('a task', () => {
  it('is changed in all its fields by one step, which is taken back as a whole', async () => {
    const { caller } = ours.owner
    const { id: contactId } = await caller.contacts.create.mutate({ name: 'Ann', email: null, phone: null })
    const { id: dealId } = await caller.deals.create.mutate({ title: 'Kitchen', amount: null, contactId: null })
    const { id } = await newTask({ dueOn: '2026-03-02' })
    const before = await tasks().byId.query({ id })
    const { actId, version } = await tasks().change.mutate({
      ...{ id, version: 1, title: 'Order tiles', dueAt: '2026-03-04T23:30:00Z', contactId, priority: 'high' },
      ...{ assigneeId: await userIdOf(staff), isWaiting: true, remindAt: soon(DAY_MS) },
      repeat: { every: 2, unit: 'week', from: 'done' },
      checklist: [{ id: 'a', text: 'Measure', isDone: false }],
      links: [
        { record: 'deal', recordId: dealId },
        { record: 'deal', recordId: dealId },
      ],
    })
    expect(version).toBe(2)
    const after = await tasks().byId.query({ id })
    expect(after).toMatchObject({
      ...{ title: 'Order tiles', dueOn: '2026-03-05', dueAt: '2026-03-04T23:30:00.000Z', contactName: 'Ann' },
      ...{ isWaiting: true, priority: 'high', links: [{ record: 'deal', recordId: dealId, name: 'Kitchen' }] },
    })
    await undo(actId)
    expect(await tasks().byId.query({ id })).toEqual(before)
  })

  it('keeps what a change does not name, and loses its time with its day', async () => {
    const { id } = await newTask({ dueOn: null, dueAt: '2026-03-04T09:00:00Z', priority: 'low' })
    await tasks().change.mutate({ id, version: 1, title: 'Call' })
    expect(await tasks().byId.query({ id })).toMatchObject({ dueAt: '2026-03-04T09:00:00.000Z', priority: 'low' })
    await tasks().change.mutate({ id, version: 2, dueOn: '2026-03-09' })
    expect(await tasks().byId.query({ id })).toMatchObject({ dueOn: '2026-03-09', dueAt: null, title: 'Call' })
  })

  it('takes nothing that is another office’s, and is not found there', async () => {
    const { id } = await newTask()
    const { caller } = theirs.owner
    const { id: dealId } = await caller.deals.create.mutate({ title: 'Theirs', amount: null, contactId: null })
    const [them] = (await caller.office.members.query()).members
    const links = [{ record: 'deal' as const, recordId: dealId }]
    for (const change of [{ assigneeId: them!.userId }, { links }]) {
      await expect(tasks().change.mutate({ id, version: 1, ...change })).rejects.toThrow('does not exist')
      await expect(newTask(change)).rejects.toThrow('does not exist')
    }
    await expect(newTask({ assigneeId: await userIdOf(viewer) })).rejects.toThrow('A viewer cannot be given a task.')
    await expect(caller.tasks.byId.query({ id })).rejects.toThrow('does not exist')
    const asleep = { id, version: 1, until: soon(HOUR_MS) }
    await expect(caller.tasks.snooze.mutate(asleep)).rejects.toThrow('does not exist')
    await expect(viewer.caller.tasks.snooze.mutate(asleep)).rejects.toThrow('You may look')
  })

  it('sleeps until its time, in a view of its own, and wakes by an undo', async () => {
    const { id } = await newTask()
    const { actId } = await tasks().snooze.mutate({ id, version: 1, until: soon(HOUR_MS) })
    const inView = async (view: 'snoozed' | 'upcoming') =>
      (await tasks().list.query({ view })).some((task) => task.id === id)
    expect([await inView('snoozed'), await inView('upcoming')]).toEqual([true, false])
    const { counts, timeZone } = await tasks().counts.query()
    expect(counts.snoozed).toBe((await tasks().list.query({ view: 'snoozed' })).length)
    expect(timeZone).toBe('Europe/Berlin')
    await undo(actId)
    expect([await inView('snoozed'), await inView('upcoming')]).toEqual([false, true])
    await expect(tasks().snooze.mutate({ id, version: 1, until: soon(-1) })).rejects.toThrow('only sleep until')
  })

  it('has lines that are ticked off one by one', async () => {
    const { id } = await newTask({ checklist: [{ id: 'a', text: 'Measure', isDone: false }] })
    const { actId } = await tasks().checkItem.mutate({ id, version: 1, item: 'a', isDone: true })
    expect(await tasks().byId.query({ id })).toMatchObject({ checklist: [{ id: 'a', isDone: true }], version: 2 })
    await undo(actId)
    expect(await tasks().byId.query({ id })).toMatchObject({ checklist: [{ isDone: false }] })
    await expect(tasks().checkItem.mutate({ id, version: 1, item: 'b', isDone: true })).rejects.toThrow('no longer')
  })
})

describe('a task that comes again', () => {
  const repeat = { every: 1, unit: 'week' as const, from: 'done' as const }
  const named = async (title: string) =>
    (await rowsOf('tasks', ours.officeId)).filter((row) => row.title === title && row.archived_at === null)

  it('does so once, when two tick it off at once', async () => {
    const checklist = [{ id: 'a', text: 'Measure', isDone: true }]
    const { id, title } = await newTask({ dueOn: '2026-03-02', repeat, checklist })
    const ticks = await Promise.allSettled(
      [ours.owner, staff].map(({ caller }) => caller.tasks.check.mutate({ id, version: 1, done: true })),
    )
    expect(ticks.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const rows = await named(title)
    expect(rows).toHaveLength(2)
    const next = rows.find((row) => row.id !== id)!
    expect(next).toMatchObject({ done_at: null, series_id: id, version: 1 })
    expect(JSON.parse(String(next.checklist))).toEqual([{ id: 'a', text: 'Measure', isDone: false }])
    await expect(tasks().check.mutate({ id, version: 2, done: true })).rejects.toThrow('done already')
  })

  it('does not when the tick is taken back, unless somebody worked with the next one', async () => {
    const { caller } = ours.owner
    const { id: dealId } = await caller.deals.create.mutate({ title: 'Roof', amount: null, contactId: null })
    const { id, title } = await newTask({ repeat, links: [{ record: 'deal', recordId: dealId }] })
    const { actId } = await tasks().check.mutate({ id, version: 1, done: true })
    await undo(actId)
    expect(await named(title)).toMatchObject([{ id, version: 1, done_at: null }])
    await tasks().check.mutate({ id, version: 1, done: true })
    expect(await named(title)).toHaveLength(2)
    await tasks().check.mutate({ id, version: 2, done: false })
    expect(await named(title)).toMatchObject([{ id, done_at: null }])
    await tasks().check.mutate({ id, version: 3, done: true })
    const next = (await named(title)).find((row) => row.id !== id)!
    expect((await tasks().byId.query({ id: String(next.id) })).links).toMatchObject([{ name: 'Roof' }])
    await tasks().change.mutate({ id: String(next.id), version: 1, priority: 'high' })
    await tasks().check.mutate({ id, version: 4, done: false })
    expect(await named(title)).toHaveLength(2)
    await tasks().check.mutate({ id, version: 5, done: true })
    expect(await named(title)).toHaveLength(2)
  })
})

describe('a reminder', () => {
  const mailsOf = async (id: string) =>
    (await env.DB.prepare('select * from sent_locally where id like ?').bind(`reminder-${id}-%`).all()).results
  const isSettled = (officeId: string) =>
    eventually(async () =>
      (await rowsOf('outbox', officeId)).every(
        ({ status, job }) => status === 'done' || !String(job).includes('remind_of'),
      ),
    )

  it('comes once in the app and once by mail, when the sweep runs twice and twice at once', async () => {
    const assigneeId = await userIdOf(staff)
    const { id, title } = await newTask({ assigneeId, remindAt: soon(-MINUTE_MS) })
    const early = await newTask({ assigneeId, remindAt: soon(HOUR_MS) })
    await Promise.all([sweep(contextWith()), sweep(contextWith())])
    await sweep(contextWith())
    await isSettled(ours.officeId)
    expect(await mailsOf(id)).toMatchObject([{ to_address: staff.email, subject: `Reminder: ${title}` }])
    expect(await mailsOf(early.id)).toEqual([])
    const due = (await noticesOf(staff, id)).filter(({ kind }) => kind === 'task_due')
    expect(due).toMatchObject([{ title, readAt: null }])
    expect(await noticesOf(ours.owner, id)).toEqual([])
    expect(await tasks().byId.query({ id })).toMatchObject({ version: 1 })
  })

  it('of a task that nobody has goes to all who could do it, and of none that is done', async () => {
    const { id } = await newTask({ remindAt: soon(-MINUTE_MS) })
    const done = await newTask({ remindAt: soon(-MINUTE_MS) })
    await tasks().check.mutate({ id: done.id, version: 1, done: true })
    const { officeId, owner } = theirs
    const other = await owner.caller.tasks.create.mutate({
      ...{ title: 'Theirs', dueOn: null, contactId: null, remindAt: soon(-MINUTE_MS) },
    })
    await sweep(contextWith())
    await isSettled(ours.officeId)
    await isSettled(officeId)
    expect((await mailsOf(id)).map((mail) => mail.to_address).sort()).toEqual([ours.owner.email, staff.email].sort())
    expect(await mailsOf(done.id)).toEqual([])
    expect(await mailsOf(other.id)).toMatchObject([{ to_address: owner.email, office_id: officeId }])
    expect(await noticesOf(viewer, id)).toEqual([])
  })

  it('set to another time comes again', async () => {
    const { id } = await newTask({ remindAt: soon(-MINUTE_MS) })
    await sweep(contextWith())
    await tasks().change.mutate({ id, version: 1, remindAt: soon(-1) })
    await sweep(contextWith())
    await isSettled(ours.officeId)
    expect((await noticesOf(staff, id)).length).toBe(2)
  })
})

describe('what members are told', () => {
  it('is that a task is theirs, unless they took it themselves', async () => {
    const staffId = await userIdOf(staff)
    const { id, title } = await newTask({ assigneeId: staffId })
    expect(await noticesOf(staff, id)).toMatchObject([{ kind: 'assigned', title, readAt: null }])
    const own = await newTask({ assigneeId: await userIdOf(ours.owner) })
    expect(await noticesOf(ours.owner, own.id)).toEqual([])
    await tasks().change.mutate({ id: own.id, version: 1, assigneeId: staffId })
    expect(await noticesOf(staff, own.id)).toHaveLength(1)
  })

  it('is that they are named in a note, once however often it is mended; and they alone mark it as read', async () => {
    const { contacts, notes } = ours.owner.caller
    const { id: contactId } = await contacts.create.mutate({ name: 'Olga', email: null, phone: null })
    const { id } = await notes.add.mutate({ contactId, text: 'Please call, @A viewer!' })
    await notes.change.mutate({ id, version: 1, text: 'Please call today, @A viewer and @A staff!', isPinned: false })
    const [notice, ...more] = await noticesOf(viewer, contactId)
    expect([notice, more]).toMatchObject([{ kind: 'mention', record: 'contact' }, []])
    expect(await noticesOf(staff, contactId)).toHaveLength(1)
    for (const { caller } of [staff, theirs.owner])
      await expect(caller.notices.markRead.mutate({ id: notice!.id })).rejects.toThrow('does not exist')
    expect(await viewer.caller.notices.unread.query()).toBe(1)
    await viewer.caller.notices.markRead.mutate({ id: notice!.id })
    expect(await viewer.caller.notices.unread.query()).toBe(0)
    await staff.caller.notices.markAllRead.mutate({ until: soon(MINUTE_MS) })
    expect(await staff.caller.notices.unread.query()).toBe(0)
  })
})

describe('a reminder in trouble', () => {
  it('holds up neither the other reminders nor the other work of the sweep', async () => {
    const due = { remindAt: soon(MINUTE_MS) }
    const [one, other] = [await newTask(due), await newTask(due)]
    const sent: string[] = []
    const jobs = { send: async (rows: { id: string }[]) => void sent.push(...rows.map(({ id }) => id)) }
    let calls = 0
    const desk = {
      announce: async () => {
        if (calls++ === 0) throw new Error('The desk is away.')
      },
    }
    await sweep(contextWith({ now: () => new Date(Date.now() + HOUR_MS), jobs, desk: desk as never }))
    const told = await Promise.all([one, other].map(({ id }) => noticesOf(ours.owner, id)))
    expect(told.map((notices) => notices.length)).toEqual([1, 1])
    expect(sent.length).toBeGreaterThan(0)
  })
})

describe('a task that was just written down', () => {
  it('is taken back with its links and its line, also where somebody was told of it, and stays once they worked with it', async () => {
    const { caller } = ours.owner
    const { id: contactId } = await caller.contacts.create.mutate({ name: 'Ann', email: null, phone: null })
    const { id: dealId } = await caller.deals.create.mutate({ title: 'Kitchen', amount: null, contactId: null })
    const add = async (title: string) =>
      tasks().create.mutate({ title, dueOn: null, contactId, dealId, assigneeId: await userIdOf(staff) })
    const lines = async () => (await caller.contacts.timeline.query({ id: contactId })).rows.map(({ kind }) => kind)
    const { id, actId, title } = await add('Measure')
    expect([title, await lines()]).toEqual(['Added “Measure”', ['task_created', 'contact_created']])
    expect(await noticesOf(staff, id)).toHaveLength(1)
    await expect(caller.acts.undo.mutate({ id: actId })).resolves.toMatchObject({ kept: 0 })
    await expect(tasks().byId.query({ id })).rejects.toThrow('does not exist')
    expect(await lines()).toEqual(['contact_created'])
    expect((await rowsOf('task_links', ours.officeId)).filter((row) => row.task_id === id)).toEqual([])
    const touched = await add('Order')
    await staff.caller.tasks.check.mutate({ id: touched.id, version: 1, done: true })
    await undo(touched.actId)
    expect(await tasks().byId.query({ id: touched.id })).toMatchObject({ title: 'Order' })
    await expect(theirs.owner.caller.acts.undo.mutate({ id: touched.actId })).rejects.toThrow('does not exist')
  })
})

describe('the time zone of a member', () => {
  it('is their own, moves what is due at a time to its day there, and is given back to the office', async () => {
    const { caller } = staff
    const mine = await userIdOf(staff)
    const at = '2026-03-04T20:30:00Z'
    const { id } = await newTask({ dueAt: at, assigneeId: mine })
    const ownersTask = await newTask({ dueAt: at, assigneeId: await userIdOf(ours.owner) })
    const allDay = await newTask({ dueOn: '2026-03-04', assigneeId: mine })
    const dueOn = async (task: string) => (await tasks().byId.query({ id: task })).dueOn
    await caller.office.setTimeZone.mutate({ timeZone: 'Asia/Tokyo' })
    expect((await caller.tasks.counts.query()).timeZone).toBe('Asia/Tokyo')
    expect((await ours.owner.caller.tasks.counts.query()).timeZone).toBe('Europe/Berlin')
    expect(await Promise.all([id, ownersTask.id, allDay.id].map(dueOn))).toEqual([
      '2026-03-05',
      '2026-03-04',
      '2026-03-04',
    ])
    const zones = async (person: Person) =>
      (await person.caller.office.members.query()).members.map(({ timeZone }) => timeZone)
    expect(await zones(ours.owner)).toContain('Asia/Tokyo')
    expect(await zones(theirs.owner)).toEqual([null])
    await caller.office.setTimeZone.mutate({ timeZone: null })
    expect([await dueOn(id), (await caller.tasks.counts.query()).timeZone]).toEqual(['2026-03-04', 'Europe/Berlin'])
    await expect(caller.office.setTimeZone.mutate({ timeZone: 'Mars/Olympus' })).rejects.toThrow('not known')
    await viewer.caller.office.setTimeZone.mutate({ timeZone: 'Europe/Paris' })
    expect((await viewer.caller.tasks.counts.query()).timeZone).toBe('Europe/Paris')
  })
})
