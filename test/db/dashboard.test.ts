import { describe, expect, it } from 'vitest'
import { dialect } from '#dialect'
import { insertContact } from '../../db/queries/contacts.ts'
import {
  answersBySpeed,
  closedDeals,
  countedConversations,
  countedDeals,
  enquiriesByDay,
  openDealsByStage,
  openTasksByDue,
} from '../../db/queries/dashboard.ts'
import { forecastByMonth } from '../../db/queries/deal-board.ts'
import {
  dealWithStage,
  insertDeal,
  insertPipeline,
  insertStages,
  listDeals,
  stageById,
} from '../../db/queries/deals.ts'
import { countDealsIn, listPipelines, listStages } from '../../db/queries/pipelines.ts'
import { insertTask, linkTask, listTasks } from '../../db/queries/tasks.ts'
import { conversations, messages } from '../../db/schema/inbox.ts'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { at, contact, deal, message, conversation as newConversation, ours, task, theirs } from './rows.ts'
import { run, testDatabase, writeInBoth } from './two-offices.ts'

const conversation = (...row: Parameters<typeof newConversation>) => ({
  ...newConversation(...row),
  subjectKey: 'subject',
})

const KINDS = ['open', 'won', 'lost'] as const
const MINUTE_S = 60
const DAY_S = 24 * 60 * MINUTE_S
const stage = (officeId: OfficeId, pipelineId: string, kind: (typeof KINDS)[number], more = {}) => ({
  ...{ officeId, id: pipelineId === 'p1' ? kind : `${pipelineId}.${kind}`, pipelineId, name: kind, kind },
  ...{ position: KINDS.indexOf(kind), probability: 50, ...more },
})
const between = { from: at(-DAY_S), until: at(DAY_S) }

const database = testDatabase((db) =>
  writeInBoth(db, (db, officeId) => [
    insertContact(db, contact(officeId, 'c1', { name: 'Ann' })),
    insertPipeline(db, { officeId, id: 'p2', name: 'Repairs', position: 1 }),
    insertPipeline(db, { officeId, id: 'p1', name: 'Sales', position: 0 }),
    insertStages(
      db,
      ['p2', 'p1'].flatMap((id) => KINDS.map((kind) => stage(officeId, id, kind))),
    ),
    insertDeal(db, deal(officeId, 'd1', { contactId: 'c1', amountMinor: 1000, expectedOn: '2026-05-17' })),
    insertDeal(db, deal(officeId, 'd2', { stageId: 'p2.open', amountMinor: 500 })),
    insertDeal(db, deal(officeId, 'd3', { stageId: 'won', amountMinor: 70, closedAt: at(5) })),
    insertDeal(db, deal(officeId, 'gone', { amountMinor: 9, archivedAt: at(1) })),
  ]),
)

describe(`pipelines on ${dialect}`, () => {
  it('are listed in their order, each with its stages, deals and forecast', async () => {
    const { db } = database
    expect((await listPipelines(db, ours)).map(({ id }) => id)).toEqual(['p1', 'p2'])
    expect((await listStages(db, ours, 'p2')).map(({ id }) => id)).toEqual(['p2.open', 'p2.won', 'p2.lost'])
    expect(await listStages(db, ours)).toHaveLength(6)
    const idsOf = async (filter: object) =>
      (await listDeals(db, ours, { contactId: null, limit: 9, ...filter })).map((row) => row.deal.id)
    expect(await idsOf({ pipelineId: 'p2' })).toEqual(['d2'])
    expect(await idsOf({ stageId: 'won' })).toEqual(['d3'])
    expect(await idsOf({ month: '2026-05' })).toEqual(['d1'])
    expect(await idsOf({ month: 'none' })).toEqual(['d2'])
    expect(await forecastByMonth(db, ours, 'p2')).toMatchObject([{ month: null, deals: 1, weighted: 25_000 }])
    expect(await forecastByMonth(db, ours)).toHaveLength(2)
    expect(await countDealsIn(db, ours, { pipelineId: 'p1' })).toBe(2)
    expect(await countDealsIn(db, ours, { stageId: 'won' })).toBe(1)
    expect(await dealWithStage(db, ours, 'd1')).toMatchObject({ contactName: 'Ann', stage: { id: 'open' } })
    expect(await dealWithStage(db, ours, 'gone')).toBeNull()
  })

  it('that were put away are shown while a deal stands in them, and take no other', async () => {
    const { db } = database
    await insertPipeline(db, { officeId: ours, id: 'p3', name: 'Old', position: 2, archivedAt: at(1) })
    await insertStages(db, [stage(ours, 'p3', 'open'), stage(ours, 'p3', 'lost', { archivedAt: at(1) })])
    expect((await listPipelines(db, ours)).map(({ id }) => id)).not.toContain('p3')
    await insertDeal(db, deal(ours, 'd4', { stageId: 'p3.lost' }))
    expect((await listPipelines(db, ours)).map(({ id }) => id)).toContain('p3')
    expect((await listStages(db, ours, 'p3')).map(({ id }) => id)).toEqual(['p3.lost'])
    expect(await stageById(db, ours, 'p3.lost')).toBeNull()
    expect((await listPipelines(db, theirs)).map(({ id }) => id)).toEqual(['p1', 'p2'])
  })

  it('have deals with tasks of their own', async () => {
    const { db } = database
    await run(
      insertTask(db, task(ours, 't1')),
      insertTask(db, task(ours, 't2')),
      linkTask(db, { officeId: ours, taskId: 't1', record: 'deal', recordId: 'd1' }),
    )
    const found = await listTasks(db, ours, { contactId: null, dealId: 'd1', doneSince: at(0), limit: 9 })
    expect(found.map((row) => row.task.id)).toEqual(['t1'])
    expect(await listTasks(db, theirs, { contactId: null, dealId: 'd1', doneSince: at(0), limit: 9 })).toEqual([])
  })
})

describe(`the dashboard on ${dialect}`, () => {
  it('counts enquiries by the day of the office’s clock, without spam', async () => {
    const { db } = database
    const enquiry = { intent: 'lead_quote' as const }
    await db
      .insert(conversations)
      .values([
        conversation(ours, 'v1', { ...enquiry, contactId: 'c1' }),
        conversation(ours, 'v2', { ...enquiry, createdAt: new Date('2026-03-02T22:59:00Z') }),
        conversation(ours, 'v3', { ...enquiry, createdAt: new Date('2026-03-02T23:00:00Z') }),
        conversation(ours, 'v4', { ...enquiry, status: 'spam' }),
        conversation(ours, 'v5', { intent: 'newsletter' }),
        conversation(theirs, 'v1', enquiry),
      ])
    const day = Date.UTC(2026, 2, 2) / 86_400_000
    const counted = await enquiriesByDay(db, ours, { ...between, offsetMs: 3_600_000 })
    expect(counted.sort((a, b) => a.day - b.day)).toEqual([
      { day, count: 2 },
      { day: day + 1, count: 1 },
    ])
    const behind = await enquiriesByDay(db, ours, { ...between, offsetMs: -9 * 3_600_000 })
    expect(behind.sort((a, b) => a.day - b.day).map((row) => row.day)).toEqual([day - 1, day])
    const rows = await countedConversations(db, ours, { ...between, answer: null, limit: 9 })
    expect(rows.map(({ id, contactName }) => [id, contactName])).toEqual([
      ...[
        ['v3', null],
        ['v2', null],
        ['v1', 'Ann'],
      ],
    ])
  })

  it('counts how soon people were answered, and lists just those', async () => {
    const { db } = database
    const ids = ['hour', 'four_hours', 'day', 'longer', 'waiting']
    const waits = [MINUTE_S, 2 * 60 * MINUTE_S, 23 * 60 * MINUTE_S, 3 * DAY_S]
    await db
      .insert(conversations)
      .values([
        ...ids.map((id) => conversation(ours, id)),
        conversation(ours, 'settled', { status: 'done' }),
        conversation(ours, 'letter', { intent: 'newsletter' }),
      ])
    await db
      .insert(messages)
      .values([
        ...waits.map((wait, n) =>
          message(ours, `m${n}`, { conversationId: ids[n]!, direction: 'out', state: 'sent', at: at(wait) }),
        ),
        message(ours, 'draft', { conversationId: 'waiting', direction: 'out', state: 'draft' }),
      ])
    const found = await answersBySpeed(db, ours, between)
    expect(Object.fromEntries(found.map(({ answer, count }) => [answer, count]))).toEqual(
      Object.fromEntries(ids.map((id) => [id, 1])),
    )
    for (const answer of ['hour', 'four_hours', 'day', 'longer', 'waiting'] as const) {
      const rows = await countedConversations(db, ours, { ...between, answer, limit: 9 })
      expect(rows.map(({ id }) => id)).toEqual([answer])
    }
    expect(await answersBySpeed(db, theirs, between)).toEqual([])
  })

  it('counts deals by stage and by how they ended, and tasks by their day', async () => {
    const { db } = database
    expect(await openDealsByStage(db, ours)).toMatchObject([
      { pipelineName: 'Sales', stageId: 'open', currency: 'EUR', deals: 1, amountMinor: 1000 },
      { pipelineName: 'Repairs', stageId: 'p2.open', deals: 1, amountMinor: 500 },
    ])
    expect(await closedDeals(db, ours, between)).toEqual([{ kind: 'won', currency: 'EUR', deals: 1, amountMinor: 70 }])
    expect(await closedDeals(db, ours, { from: at(6), until: at(9) })).toEqual([])
    expect(await countedDeals(db, ours, { ...between, kind: 'won', limit: 9 })).toMatchObject([{ id: 'd3' }])
    expect(await countedDeals(db, ours, { ...between, kind: 'lost', limit: 9 })).toEqual([])
    const days = [null, '2026-03-01', '2026-03-02', '2026-03-05', '2026-03-09']
    for (const [n, dueOn] of days.entries()) await insertTask(db, task(ours, `t${n}`, { dueOn }))
    await insertTask(db, task(ours, 'done', { dueOn: '2026-03-01', doneAt: at(1) }))
    const found = await openTasksByDue(db, ours, { today: '2026-03-02', weekEnd: '2026-03-09' })
    expect(Object.fromEntries(found.map(({ due, count }) => [due, count]))).toEqual({
      ...{ undated: 1, overdue: 1, today: 1, week: 1, later: 1 },
    })
    expect(await openTasksByDue(db, theirs, { today: '2026-03-02', weekEnd: '2026-03-09' })).toEqual([])
  })
})
