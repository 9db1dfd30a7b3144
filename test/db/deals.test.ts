import { describe, expect, it } from 'vitest'
import { dialect } from '#dialect'
import { insertContact } from '../../db/queries/contacts.ts'
import {
  archiveDeal,
  dealById,
  hasOpenDeal,
  insertDeal,
  insertPipeline,
  insertStages,
  listDeals,
  stageById,
  updateDeal,
} from '../../db/queries/deals.ts'
import { listStages } from '../../db/queries/pipelines.ts'
import { STAGE_KINDS } from '../../db/schema/deals.ts'
import { at, contact, deal, ours, theirs } from './rows.ts'
import { everythingOf, fateOf, run, testDatabase, writeInBoth } from './two-offices.ts'

const all = { contactId: null, limit: 99 }
const stage = (officeId: typeof ours, kind: (typeof STAGE_KINDS)[number], position: number) => ({
  officeId,
  id: `${kind}`,
  pipelineId: 'p1',
  name: kind,
  kind,
  position,
})

const database = testDatabase((db) =>
  writeInBoth(db, (db, officeId) => [
    insertContact(db, contact(officeId, 'c1', { name: 'Ann' })),
    insertPipeline(db, { officeId, id: 'p1', name: 'Sales', position: 0 }),
    insertStages(
      db,
      STAGE_KINDS.map((kind, n) => stage(officeId, kind, 9 - n)),
    ),
    insertDeal(db, deal(officeId, 'd1', { contactId: 'c1', amountMinor: 9_007_199_254_740_991 })),
  ]),
)
const ids = (rows: { deal: { id: string } }[]) => rows.map((row) => row.deal.id)

describe(`deals on ${dialect}`, () => {
  it('gives the stages of one office in their order, and makes them once', async () => {
    const { db } = database
    await insertPipeline(db, { officeId: ours, id: 'p1', name: 'Again', position: 1 })
    await insertStages(db, [{ ...stage(ours, 'open', 1), name: 'Again' }])
    expect((await listStages(db, ours)).map(({ name }) => name)).toEqual(['lost', 'won', 'open'])
    expect(await stageById(db, ours, 'won')).toMatchObject(stage(ours, 'won', 8))
  })

  it('lists deals with the newest first, amounts exact to the last unit', async () => {
    const { db } = database
    await run(
      insertDeal(db, deal(ours, 'd2', { createdAt: at(1), expectedOn: '2026-10-25' })),
      insertDeal(db, deal(ours, 'd3', { createdAt: at(1), amountMinor: 0 })),
      insertDeal(db, deal(ours, 'archived', { archivedAt: at(1) })),
    )
    const found = await listDeals(db, ours, all)
    expect(found.map(({ deal, contactName }) => [deal.id, deal.amountMinor, deal.expectedOn, contactName])).toEqual([
      ['d3', 0, null, null],
      ['d2', null, '2026-10-25', null],
      ['d1', 9_007_199_254_740_991, null, 'Ann'],
    ])
    expect(ids(await listDeals(db, ours, { contactId: 'c1', limit: 99 }))).toEqual(['d1'])
    expect(ids(await listDeals(db, theirs, all))).toEqual(['d1'])
  })

  it('changes the version that was read and no other', async () => {
    const { db } = database
    expect(await updateDeal(db, ours, 'd1', 1, { stageId: 'won' })).toMatchObject([{ stageId: 'won', version: 2 }])
    expect(await updateDeal(db, ours, 'd1', 1, { stageId: 'lost' })).toEqual([])
    expect(await dealById(db, theirs, 'd1')).toMatchObject({ stageId: 'open', version: 1 })
  })

  it('knows whether something is under way with a contact: not what was won, and not what was thrown away', async () => {
    const { db } = database
    expect(await hasOpenDeal(db, ours, 'c1')).toBe(true)
    await updateDeal(db, ours, 'd1', 1, { stageId: 'won' })
    expect(await hasOpenDeal(db, ours, 'c1')).toBe(false)
    expect(await hasOpenDeal(db, theirs, 'c1')).toBe(true)
    await archiveDeal(db, theirs, 'd1', at(1))
    expect(await hasOpenDeal(db, theirs, 'c1')).toBe(false)
    expect(await dealById(db, theirs, 'd1')).toBeNull()
    await archiveDeal(db, theirs, 'd1', null)
    expect(await hasOpenDeal(db, theirs, 'c1')).toBe(true)
  })

  it('neither finds nor changes what is another office’s', async () => {
    const { db } = database
    await insertDeal(db, deal(theirs, 'secret'))
    await insertStages(db, [{ ...stage(theirs, 'open', 1), id: 'secret' }])
    const before = await everythingOf(db, theirs)
    expect(await dealById(db, ours, 'secret')).toBeNull()
    expect(await stageById(db, ours, 'secret')).toBeNull()
    expect(await updateDeal(db, ours, 'secret', 1, { title: 'Ours now' })).toEqual([])
    await archiveDeal(db, ours, 'secret', at(9))
    expect(await everythingOf(db, theirs)).toEqual(before)
  })

  it('refuses to refer to a stage, pipeline or contact of another office, also when a deal is changed', async () => {
    const { db } = database
    await insertContact(db, contact(theirs, 'c2'))
    await insertPipeline(db, { officeId: theirs, id: 'p2', name: 'Theirs', position: 0 })
    await insertStages(db, [{ ...stage(theirs, 'open', 1), id: 'secret' }])
    expect(await fateOf(insertDeal(db, deal(ours, 'd2', { stageId: 'secret' })))).toBe('refused')
    expect(await fateOf(insertDeal(db, deal(ours, 'd2', { contactId: 'c2' })))).toBe('refused')
    expect(await fateOf(insertStages(db, [{ ...stage(ours, 'open', 1), id: 's2', pipelineId: 'p2' }]))).toBe('refused')
    expect(await fateOf(updateDeal(db, ours, 'd1', 1, { stageId: 'secret' }))).toBe('refused')
  })
})
