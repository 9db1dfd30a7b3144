import { describe, expect, it } from 'vitest'
import { dialect } from '#dialect'
import { actById } from '../../db/queries/acts.ts'
import { insertContact } from '../../db/queries/contacts.ts'
import { waitingJobs } from '../../db/queries/outbox.ts'
import { members, offices } from '../../db/schema/office.ts'
import { users } from '../../db/schema/sign-in.ts'
import { takeBackAll, undoAct } from '../../worker/features/acts/undo-act.ts'
import { emptyTrash } from '../../worker/features/trash/empty-trash.ts'
import type { BulkAsked, BulkJob } from '../../worker/features/views/bulk/asked.ts'
import { bulkChange } from '../../worker/features/views/bulk/bulk-change.ts'
import { bulkPiece } from '../../worker/features/views/bulk/bulk-piece.ts'
import { NO_FILTER } from '../../worker/features/views/rules/view.ts'
import { DAY_MS } from '../../worker/kernel/time.ts'
import { at, contact, office, ours, theirs, user } from './rows.ts'
import { everythingOf, run, testDatabase, writeInBoth } from './two-offices.ts'

/** Two whole pieces and a rest. */
const COUNT = 430
const IDS = Array.from({ length: COUNT }, (_, number) => `c${String(number).padStart(3, '0')}`)

const database = testDatabase(async (db) => {
  await writeInBoth(db, (db, officeId) => IDS.map((id) => insertContact(db, contact(officeId, id))))
  await run(
    db.insert(users).values(user('u1')),
    db.insert(offices).values(office(ours, 'ours')),
    db.insert(members).values({ officeId: ours, userId: 'u1', role: 'owner', createdAt: at(0) }),
  )
})

let ids = 0
const needs = () => {
  const { db } = database
  return {
    ...{ db, directory: db, officeId: ours, office: { ...office(ours, 'ours'), requireSecondFactor: false } },
    ...{ now: () => at(100), newId: () => `new ${++ids}` },
    desk: { announce: async () => {}, endSockets: async () => {} },
    jobs: { send: async () => {} },
    member: { userId: 'u1', name: 'Mara', role: 'owner' as const },
  } as unknown as Parameters<typeof bulkPiece>[0] & Parameters<typeof bulkChange>[0]
}
const all = { text: '', view: { columns: [], filter: NO_FILTER, sort: null } }
const tag: BulkAsked = { record: 'contact', which: { all }, change: { kind: 'tag', name: 'Crowd' } }

/** The rows of the office without what is kept of steps and jobs. */
const office1 = async (officeId = ours) => {
  const { acts: _, actRows: __, outbox: ___, ...rest } = await everythingOf(database.db, officeId)
  return rest
}
/** The jobs of pieces that were left, each once, in their order. */
const pieces = async (): Promise<BulkJob[]> =>
  (await waitingJobs(database.db, ours, 100)).flatMap(({ job }) => (job.kind === 'bulk_piece' ? [job] : []))

/** Runs every piece that is left behind by another, each as often as it is delivered. */
async function runAll(deliver: (job: BulkJob) => Promise<unknown>): Promise<number> {
  for (let done = 0; ; done++) {
    const job = (await pieces())[done]
    if (!job) return done
    await deliver(job)
  }
}

describe(`a change of more records than one piece on ${dialect}`, () => {
  it.each([
    ['once', (job: BulkJob) => bulkPiece(needs(), job)],
    ['twice', (job: BulkJob) => bulkPiece(needs(), job).then(() => bulkPiece(needs(), job))],
    [
      'by two workers at once',
      (job: BulkJob) => Promise.allSettled([bulkPiece(needs(), job), bulkPiece(needs(), job)]),
    ],
  ])('is one step when each piece is delivered %s, and undone the office is what it was', async (_, deliver) => {
    const [before, others] = [await office1(), await office1(theirs)]
    const { actId } = await bulkChange(needs(), tag)
    expect(await runAll(deliver)).toBe(3)
    expect(await actById(database.db, ours, actId!)).toMatchObject({ state: 'done', rows: COUNT + 1 })
    expect((await office1()).taggings).toHaveLength(COUNT)
    await undoAct(needs(), { id: actId! })
    await takeBackAll(needs(), actId!)
    expect(await office1()).toEqual(before)
    expect(await office1(theirs)).toEqual(others)
  })

  it('goes on with who is left when somebody is deleted in between, and leaves out who came later', async () => {
    const { actId } = await bulkChange(needs(), tag)
    const [first] = await pieces()
    await bulkPiece(needs(), first!)
    await run(insertContact(database.db, contact(ours, 'zz', { createdAt: at(101) })))
    const gone: BulkAsked = { record: 'contact', which: { ids: [IDS.at(-1)!] }, change: { kind: 'discard' } }
    await bulkChange(needs(), gone)
    await runAll((job) => bulkPiece(needs(), job))
    expect(await actById(database.db, ours, actId!)).toMatchObject({ state: 'done', rows: COUNT })
    expect((await office1()).taggings).toHaveLength(COUNT - 1)
  })

  it('ends with what it has when whoever asked may not go on', async () => {
    const { actId } = await bulkChange(needs(), tag)
    const [first] = await pieces()
    await bulkPiece(needs(), first!)
    await run(database.db.delete(members))
    const [, second] = await pieces()
    await expect(bulkPiece(needs(), second!)).rejects.toThrow('may not make it any more')
    expect(await actById(database.db, ours, actId!)).toMatchObject({ state: 'done', rows: 201 })
  })

  it('is removed for good after thirty days where it was a deletion, sweep by sweep', async () => {
    await bulkChange(needs(), { record: 'contact', which: { all }, change: { kind: 'discard' } })
    await runAll((job) => bulkPiece(needs(), job))
    const files = { put: async () => {}, get: async () => null, removeAll: async () => {} }
    const later = { db: database.db, files, now: () => new Date(at(100).getTime() + 31 * DAY_MS) }
    const sweeps = []
    for (let sweep = 0; sweep < 4; sweep++) sweeps.push(await emptyTrash(later as never))
    expect(sweeps).toEqual([1, 1, 1, 0])
    expect((await office1()).contacts).toEqual([])
    expect((await office1(theirs)).contacts).toHaveLength(COUNT)
  })
})
