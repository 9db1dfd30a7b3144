import { beforeEach, describe, expect, it } from 'vitest'
import { isOvertaken } from '#dialect'
import { actById, rowsKept, rowsNow } from '../../db/queries/acts.ts'
import { insertAddress, insertContact, linkAddress, renameContact } from '../../db/queries/contacts.ts'
import { commit } from '../../db/queries/plan.ts'
import { insertTask } from '../../db/queries/tasks.ts'
import { planAct } from '../../worker/features/acts/plan-act.ts'
import type { RowChange } from '../../worker/features/acts/rules/act-row.ts'
import { takeBackAll, undoAct } from '../../worker/features/acts/undo-act.ts'
import { columnsOf } from '../../worker/kernel/columns.ts'
import { Refusal } from '../../worker/kernel/refusal.ts'
import { address, at, contact, ours, task, theirs } from './rows.ts'
import { everythingOf, run, testDatabase, writeInBoth } from './two-offices.ts'

const database = testDatabase((db) =>
  writeInBoth(db, (db, officeId) => [
    insertContact(db, contact(officeId, 'c1', { fields: { size: 4 } })),
    insertContact(db, contact(officeId, 'c2')),
    insertAddress(db, address(officeId, 'a1', 'ann@example.com')),
    linkAddress(db, { officeId, contactId: 'c1', addressId: 'a1' }),
  ]),
)

const sent: unknown[] = []
const needs = () => ({
  db: database.db,
  officeId: ours,
  now: () => at(100),
  newId: () => 'job',
  desk: { announce: async () => {}, endSockets: async () => {} },
  jobs: { send: async (rows: unknown[]) => void sent.push(...rows) },
  member: { userId: 'u1', name: 'Mara', role: 'owner' as const },
})
const step = (id: string) => ({
  id,
  kind: 'edit' as const,
  title: 'Did something',
  record: null,
  recordId: null,
  by: { kind: 'member' as const, userId: 'u1' },
  changes: [],
})
const withoutActs = async () => {
  const { acts: _, actRows: __, outbox: ___, ...rest } = await everythingOf(database.db, ours)
  return rest
}
const now = async (id: string) => (await rowsNow(database.db, ours, 'contacts', [[id]])).get(id)!

/** Makes a contact with a task, renames one, and unlinks an address. */
async function changes(): Promise<RowChange[]> {
  const c1 = await now('c1')
  const made = { ...(await now('c2')), id: 'c3', name: 'Made' }
  const maid = columnsOf({ ...task(ours, 't1'), contactId: 'c3', version: 1 })
  const [link] = [...(await rowsNow(database.db, ours, 'contactAddresses', [['c1', 'a1']])).values()]
  return [
    { table: 'contacts', before: c1, after: { ...c1, name: 'Anna', fields: { size: 5 } } },
    { table: 'contacts', before: null, after: made },
    { table: 'tasks', before: null, after: maid },
    { table: 'contactAddresses', before: link!, after: null },
  ]
}

beforeEach(() => {
  sent.length = 0
})

describe('a reversible step', () => {
  it('is written whole and leaves everything as it was once it is taken back', async () => {
    const before = await withoutActs()
    const others = await everythingOf(database.db, theirs)
    await commit(database.db, planAct(needs(), step('act1'), await changes()))
    expect(await now('c1')).toMatchObject({ name: 'Anna', fields: { size: 5 }, version: 2 })
    expect(await now('c3')).toMatchObject({ name: 'Made' })
    await expect(undoAct(needs(), { id: 'act1' })).resolves.toEqual({ id: 'act1', state: 'undone', kept: 0 })
    expect(await withoutActs()).toEqual(before)
    expect(await everythingOf(database.db, theirs)).toEqual(others)
    await expect(undoAct(needs(), { id: 'act1' })).rejects.toThrow(Refusal)
  })

  it('keeps and lists what somebody worked with since', async () => {
    await commit(database.db, planAct(needs(), step('act1'), await changes()))
    await run(
      renameContact(database.db, ours, 'c1', 2, 'Hanna'),
      insertTask(database.db, task(ours, 't2', { contactId: 'c3' })),
    )
    await expect(undoAct(needs(), { id: 'act1' })).resolves.toMatchObject({ kept: 2 })
    expect(await now('c1')).toMatchObject({ name: 'Hanna', fields: { size: 4 }, version: 4 })
    expect(await now('c3')).toMatchObject({ name: 'Made' })
    const kept = await rowsKept(database.db, ours, 'act1', 10)
    expect(kept.map(({ tableName, key, outcome }) => [tableName, key, outcome])).toEqual([
      ['contacts', ['c1'], 'partly'],
      ['contacts', ['c3'], 'kept'],
    ])
  })

  it('is stopped whole by a row that moved on since it was read', async () => {
    const planned = planAct(needs(), step('act1'), await changes())
    await run(renameContact(database.db, ours, 'c1', 1, 'Hanna'))
    const before = await withoutActs()
    const fault = await commit(database.db, planned).catch((error) => error)
    expect(isOvertaken(fault)).toBe(true)
    expect(await withoutActs()).toEqual(before)
    expect(await actById(database.db, ours, 'act1')).toBeNull()
  })

  it('of many rows is taken back by a job, which goes on where it stopped', async () => {
    const before = await withoutActs()
    const c2 = await now('c2')
    const many = Array.from({ length: 450 }, (_, at): RowChange => {
      return { table: 'contacts', before: null, after: { ...c2, id: `m${at}`, name: `Made ${at}` } }
    })
    await commit(database.db, planAct(needs(), step('act1'), many))
    await expect(undoAct(needs(), { id: 'act1' })).resolves.toMatchObject({ state: 'undoing' })
    expect(sent).toMatchObject([{ job: { kind: 'undo_act', actId: 'act1' } }])
    await takeBackAll(needs(), 'act1')
    await takeBackAll(needs(), 'act1')
    expect(await withoutActs()).toEqual(before)
    expect(await actById(database.db, ours, 'act1')).toMatchObject({ state: 'undone', kept: 0 })
  })

  it('of another office is not found', async () => {
    await commit(database.db, planAct(needs(), step('act1'), await changes()))
    await expect(undoAct({ ...needs(), officeId: theirs }, { id: 'act1' })).rejects.toThrow('does not exist')
  })
})
