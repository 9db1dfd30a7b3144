import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { dialect } from '#dialect'
import {
  claimJob,
  deadJobs,
  dueJobs,
  finishJob,
  giveBackJob,
  insertJob,
  removeFinishedJobs,
  reviveJob,
} from '../../db/queries/outbox.ts'
import { OfficeId } from '../../worker/kernel/ids.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

const ours = OfficeId.parse('0193a000-0000-7000-8000-000000000001')
const theirs = OfficeId.parse('0193a000-0000-7000-8000-000000000002')
const at = (seconds: number) => new Date(Date.UTC(2026, 2, 2, 8, 0, seconds, 123))
const job = { kind: 'understand_message', messageId: 'm1' } as const

let database: TestDatabase
beforeEach(async () => {
  await database?.close()
  database = await freshDatabase()
  await insertJob(database.db, { officeId: ours, id: 'j1', job, dueAt: at(0), createdAt: at(0) })
})
afterAll(() => database.close())

describe(`the outbox on ${dialect}`, () => {
  it('gives a job to one of twenty workers that want it at once', async () => {
    const claims = Array.from({ length: 20 }, () => claimJob(database.db, ours, 'j1', at(1), at(31)))
    const claimed = (await Promise.all(claims)).filter((row) => row !== null)
    expect(claimed).toHaveLength(1)
    expect(claimed[0]).toMatchObject({ job, attempts: 1, leasedUntil: at(31) })
  })

  it('gives a job to the next worker when the lease of a killed one is over', async () => {
    await claimJob(database.db, ours, 'j1', at(1), at(31))
    expect(await claimJob(database.db, ours, 'j1', at(30), at(60))).toBeNull()
    expect(await claimJob(database.db, ours, 'j1', at(32), at(62))).toMatchObject({ attempts: 2 })
  })

  it('finds what is due and in nobody’s hands, and nothing that is done', async () => {
    expect(await dueJobs(database.db, at(0), 10)).toEqual([{ officeId: ours, id: 'j1' }])
    await claimJob(database.db, ours, 'j1', at(1), at(31))
    expect(await dueJobs(database.db, at(2), 10)).toEqual([])
    expect(await dueJobs(database.db, at(32), 10)).toHaveLength(1)
    await finishJob(database.db, ours, 'j1', at(33))
    expect(await dueJobs(database.db, at(99), 10)).toEqual([])
    expect(await claimJob(database.db, ours, 'j1', at(99), at(129))).toBeNull()
  })

  it('tries a job that failed again when its time has come, and not before', async () => {
    await claimJob(database.db, ours, 'j1', at(1), at(31))
    await giveBackJob(database.db, ours, 'j1', { attempts: 1, error: 'It failed.', dueAt: at(20), dead: false })
    expect(await claimJob(database.db, ours, 'j1', at(19), at(49))).toBeNull()
    expect(await claimJob(database.db, ours, 'j1', at(20), at(50))).toMatchObject({ lastError: 'It failed.' })
  })

  it('keeps a dead job in its list until a member revives it', async () => {
    await claimJob(database.db, ours, 'j1', at(1), at(31))
    await giveBackJob(database.db, ours, 'j1', { attempts: 1, error: 'It failed.', dueAt: at(20), dead: true })
    expect(await dueJobs(database.db, at(99), 10)).toEqual([])
    expect((await deadJobs(database.db, ours, 10)).map((row) => row.id)).toEqual(['j1'])
    expect(await reviveJob(database.db, ours, 'j1', at(100))).toBe(true)
    expect(await reviveJob(database.db, ours, 'j1', at(100))).toBe(false)
    expect(await claimJob(database.db, ours, 'j1', at(100), at(130))).toMatchObject({ attempts: 1 })
  })

  it('shows and revives no job of another office', async () => {
    await claimJob(database.db, ours, 'j1', at(1), at(31))
    await giveBackJob(database.db, ours, 'j1', { attempts: 1, error: 'It failed.', dueAt: at(20), dead: true })
    expect(await deadJobs(database.db, theirs, 10)).toEqual([])
    expect(await reviveJob(database.db, theirs, 'j1', at(2))).toBe(false)
    expect(await claimJob(database.db, theirs, 'j1', at(2), at(32))).toBeNull()
  })

  it('forgets what was finished long ago, and only that', async () => {
    await claimJob(database.db, ours, 'j1', at(1), at(31))
    await removeFinishedJobs(database.db, at(99))
    expect(await deadJobs(database.db, ours, 10)).toEqual([])
    await finishJob(database.db, ours, 'j1', at(2))
    await removeFinishedJobs(database.db, at(99))
    await insertJob(database.db, { officeId: ours, id: 'j1', job, dueAt: at(0), createdAt: at(0) })
  })
})
