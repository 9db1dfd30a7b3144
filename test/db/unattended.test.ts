import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appointments } from '../../db/schema/appointments.ts'
import { contacts } from '../../db/schema/contacts.ts'
import { deals, pipelines, stages } from '../../db/schema/deals.ts'
import { conversations, messages } from '../../db/schema/inbox.ts'
import type { Db } from '../../db/schema/index.ts'
import { taskLinks, tasks } from '../../db/schema/tasks.ts'
import { countUnattended, listUnattended } from '../../worker/features/unattended/list-unattended.ts'
import { DAY_MS } from '../../worker/kernel/time.ts'
import { appointment, at, contact, conversation, deal, message, office, ours, task, theirs } from './rows.ts'
import { everythingOf, testDatabase, writeInBoth } from './two-offices.ts'

const NOW = at(1000)
const TODAY = '2026-03-02'
const CONTACTS = ['c1', 'c2']
const STAGES = ['open', 'won'] as const

const database = testDatabase((db) =>
  writeInBoth(db, (db, officeId) => [
    ...CONTACTS.map((id) => db.insert(contacts).values({ ...contact(officeId, id), nameKey: id })),
    db.insert(pipelines).values({ officeId, id: 'p1', name: 'Sales', position: 0 }),
    ...STAGES.map((kind, position) =>
      db.insert(stages).values({ officeId, id: kind, pipelineId: 'p1', name: kind, kind, position }),
    ),
  ]),
)

const needs = (officeId = ours) => ({
  ...{ db: database.db, officeId, now: () => NOW },
  office: {
    ...office(officeId, 'x'),
    ...{ shard: 0, isDemo: false, requireSecondFactor: false, version: 1, timeZone: 'Europe/Berlin' },
  },
})

const someone = fc.option(fc.constantFrom(...CONTACTS), { nil: null })
const thread = fc.option(fc.constantFrom('v0', 'v1', 'v2'), { nil: null })
const day = fc.option(fc.constantFrom('2026-03-01', TODAY, '2026-03-09'), { nil: null })
const world = fc.record({
  conversations: fc.array(
    fc.record({
      contactId: someone,
      status: fc.constantFrom('open' as const, 'open' as const, 'done' as const),
      messages: fc.array(fc.constantFrom('in' as const, 'out' as const, 'draft' as const), { maxLength: 3 }),
    }),
    { minLength: 3, maxLength: 3 },
  ),
  deals: fc.array(
    fc.record({
      contactId: someone,
      conversationId: thread,
      stageId: fc.constantFrom(...STAGES),
      archivedAt: fc.constantFrom(null, null, at(5)),
    }),
    { maxLength: 4 },
  ),
  tasks: fc.array(
    fc.record({
      ...{ contactId: someone, conversationId: thread, dueOn: day },
      doneAt: fc.constantFrom(null, null, at(5)),
      archivedAt: fc.constantFrom(null, null, null, at(5)),
      link: fc.option(fc.constantFrom('deal d0', 'deal d1', 'conversation v0', 'contact c1'), { nil: null }),
    }),
    { maxLength: 3 },
  ),
  appointments: fc.array(
    fc.record({
      ...{ contactId: someone, conversationId: thread },
      status: fc.constantFrom('requested' as const, 'confirmed' as const, 'cancelled' as const),
      startsAt: fc.constantFrom(null, new Date(NOW.getTime() - DAY_MS), new Date(NOW.getTime() + DAY_MS)),
    }),
    { maxLength: 2 },
  ),
})
type World = typeof world extends fc.Arbitrary<infer T> ? T : never

/** The definition in plain words over plain lists, without a database. */
function expected({ conversations, deals, tasks, appointments }: World): string[] {
  const live = tasks.filter((t) => !t.doneAt && !t.archivedAt && (t.dueOn === null || t.dueOn >= TODAY))
  const ahead = appointments.filter((a) => a.status !== 'cancelled' && (a.startsAt === null || a.startsAt > NOW))
  const threads = conversations.map((c, n) => ({
    ...c,
    id: `v${n}`,
    awaitsUs: c.messages.filter((m) => m !== 'draft').at(-1) === 'in',
  }))
  const isOn = (contactId: string | null, conversationId: string | null, link: string) =>
    live.some(
      (t) =>
        (contactId !== null && t.contactId === contactId) ||
        (conversationId !== null && t.conversationId === conversationId) ||
        t.link === link,
    )
  const comes = (contactId: string | null, conversationId: string | null) =>
    ahead.some(
      (a) =>
        (contactId !== null && a.contactId === contactId) ||
        (conversationId !== null && a.conversationId === conversationId),
    )
  const loose = threads.filter(
    (c) =>
      c.status === 'open' &&
      !c.awaitsUs &&
      !isOn(c.contactId, c.id, `conversation ${c.id}`) &&
      !comes(c.contactId, c.id),
  )
  const waits = (d: World['deals'][number]) =>
    threads.some(
      (c) =>
        c.status === 'open' &&
        c.awaitsUs &&
        (c.id === d.conversationId || (d.contactId !== null && c.contactId === d.contactId)),
    )
  const stalled = deals.flatMap((d, n) =>
    d.stageId === 'open' &&
    d.archivedAt === null &&
    !isOn(d.contactId, d.conversationId, `deal d${n}`) &&
    !comes(d.contactId, null) &&
    !waits(d)
      ? [`d${n}`]
      : [],
  )
  return [...loose.map(({ id }) => id), ...stalled].sort()
}

const TABLES = [taskLinks, tasks, appointments, deals, messages, conversations]
const emptied = async (db: Db) => {
  for (const table of TABLES) await db.delete(table)
}

async function written(db: Db, world: World) {
  await emptied(db)
  for (const [n, { messages: said, ...row }] of world.conversations.entries()) {
    await db.insert(conversations).values({ ...conversation(ours, `v${n}`, row), subjectKey: 'x' })
    for (const [at_, kind] of said.entries())
      await db.insert(messages).values(
        message(ours, `m${n}.${at_}`, {
          ...{ conversationId: `v${n}`, at: at(at_), direction: kind === 'in' ? 'in' : 'out' },
          state: kind === 'draft' ? 'draft' : kind === 'in' ? 'received' : 'sent',
        }),
      )
  }
  for (const [n, row] of world.deals.entries()) await db.insert(deals).values(deal(ours, `d${n}`, row))
  for (const [n, { link, ...row }] of world.tasks.entries()) {
    await db.insert(tasks).values(task(ours, `t${n}`, row))
    const [record, recordId] = link?.split(' ') ?? []
    if (recordId && (record === 'deal' || record === 'conversation' || record === 'contact'))
      await db.insert(taskLinks).values({ officeId: ours, taskId: `t${n}`, record, recordId })
  }
  for (const [n, row] of world.appointments.entries())
    await db.insert(appointments).values(appointment(ours, `a${n}`, row))
}

describe('what nobody is on', () => {
  it('is exactly what the plain definition says, whatever lies in the office', async () => {
    const { db } = database
    await fc.assert(
      fc.asyncProperty(world, async (world) => {
        await written(db, world)
        const found = (await listUnattended(needs())).map(({ id }) => id).sort()
        expect(found).toEqual(expected(world))
        expect(await countUnattended(needs())).toBe(found.length)
        expect(await listUnattended(needs(theirs))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('is told with its kind, its person and since when, the longest first, and changes nothing', async () => {
    const { db } = database
    const row = { contactId: 'c1', status: 'open' as const, intent: 'lead_quote' as const }
    await db
      .insert(conversations)
      .values({ ...conversation(ours, 'v1', { ...row, lastMessageAt: at(9) }), subjectKey: '' })
    await db.insert(deals).values(deal(ours, 'd1', { stageSince: at(3), amountMinor: 1250 }))
    const before = await everythingOf(db, ours)
    expect(await listUnattended(needs())).toMatchObject([
      { kind: 'deal', id: 'd1', title: 'Deal d1', since: at(3), amountMinor: 1250, contactName: null },
      { kind: 'enquiry', id: 'v1', contactName: 'Contact c1', since: at(9) },
    ])
    expect(await everythingOf(db, ours)).toEqual(before)
  })
})
