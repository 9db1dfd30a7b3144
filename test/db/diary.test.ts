import { describe, expect, it } from 'vitest'
import { dialect } from '#dialect'
import { rewriteClaims } from '../../db/queries/appointment-claims.ts'
import { appointmentById, attachContact, between, countsOf } from '../../db/queries/appointments.ts'
import { archiveContact, insertContact } from '../../db/queries/contacts.ts'
import { changeJobId, project } from '../../db/queries/diary.ts'
import { alone, commit } from '../../db/queries/plan.ts'
import { projectedSums, projectedVersions } from '../../db/queries/projected.ts'
import { appointmentClaims } from '../../db/schema/appointments.ts'
import { outbox } from '../../db/schema/jobs.ts'
import { activities } from '../../db/schema/timeline.ts'
import type { Claim } from '../../worker/kernel/claims.ts'
import type { Entry, Projected } from '../../worker/kernel/diary.ts'
import { at, contact, ours, theirs } from './rows.ts'
import { everythingOf, testDatabase, writeInBoth } from './two-offices.ts'

const database = testDatabase((db) =>
  writeInBoth(db, (db, officeId) => [insertContact(db, contact(officeId, 'c1', { name: 'Ann' }))]),
)

const NOW = at(0)
const claim = (id: string, n: number, version: number, more: Partial<Claim> = {}): Claim => ({
  ...{ id: `${id}:${n}`, appointmentId: id, resourceId: `staff:${n}`, status: 'booked', expiresAt: null, version },
  ...{ startsAt: at(100).getTime(), endsAt: at(160).getTime() },
  ...more,
})
const entry = (id: string, version: number, more: Partial<Entry> = {}): Entry => ({
  ...{ id, kind: 'appointment', title: 'Cut', serviceId: 's', staffIds: ['anna'], resourceIds: [], session: null },
  ...{ startsAt: at(100).getTime(), endsAt: at(160).getTime(), bufferBeforeMinutes: 0, bufferAfterMinutes: 5 },
  ...{ status: 'confirmed', expiresAt: null, cancellation: null, version },
  about: {
    ...{ contactId: 'c1', conversationId: null, note: 'n', answers: [], guest: null, source: 'member' },
    createdAt: NOW.getTime(),
  },
  ...more,
})
const told = (one: Entry, claims: Claim[], deed: 'booked' | 'moved' | 'cancelled' = 'booked'): Projected => ({
  entry: one,
  claims,
  told: { deed, by: { kind: 'member', userId: 'm' }, at: NOW.getTime(), changes: [] },
})

describe(`the copy of the desk on ${dialect}`, () => {
  it('takes each version once, in any number of tellings, and never an older one after a newer', async () => {
    const { db } = database
    const before = await everythingOf(db, theirs)
    const first = told(entry('a', 1), [claim('a', 1, 1), claim('a', 2, 1)])
    const moved = told(entry('a', 2, { startsAt: at(200).getTime(), endsAt: at(260).getTime() }), [
      claim('a', 1, 2, { startsAt: at(200).getTime(), endsAt: at(260).getTime() }),
    ])
    for (const each of [first, first, moved, first, moved]) expect(await project(db, ours, each, NOW)).toBe('written')
    expect(await appointmentById(db, ours, 'a')).toMatchObject({
      startsAt: at(200),
      deskVersion: 2,
      version: 2,
      note: 'n',
    })
    const claims = await db.select().from(appointmentClaims)
    expect(claims.map(({ id, version, isLive }) => [id, version, isLive])).toEqual([['a:1', 2, true]])
    const lines = await db.select().from(activities)
    expect(
      lines
        .filter(({ entityId }) => entityId === 'a')
        .map(({ id, contactId }) => [id, contactId])
        .toSorted(),
    ).toEqual([
      ['a.1', 'c1'],
      ['a.2', 'c1'],
    ])
    const jobs = await db.select().from(outbox)
    expect(jobs.map(({ id }) => id).toSorted()).toEqual(['a.1', 'a.2'])
    expect(changeJobId({ id: 'a', version: 2 })).toBe('a.2')
    expect(await everythingOf(db, theirs)).toEqual(before)
  })

  it('keeps what others wrote into the row, and stands without a contact that is gone', async () => {
    const { db } = database
    await project(db, ours, told(entry('a', 1, { about: { ...entry('a', 1).about, contactId: null } }), []), NOW)
    await commit(
      db,
      alone((db) => attachContact(db, ours, 'a', 'c1')),
    )
    await project(db, ours, told(entry('a', 2), [], 'moved'), NOW)
    expect(await appointmentById(db, ours, 'a')).toMatchObject({ contactId: 'c1', deskVersion: 2, version: 3 })
    expect((await db.select().from(activities)).every(({ contactId }) => contactId === 'c1')).toBe(true)
    const gone = { ...entry('b', 1).about, contactId: 'nobody', conversationId: 'nothing' }
    expect(await project(db, ours, told(entry('b', 1, { about: gone }), []), NOW)).toBe('written')
    expect(await appointmentById(db, ours, 'b')).toMatchObject({ contactId: null, conversationId: null })
  })

  it('counts by day what the desk counts, per contact, and per calendar', async () => {
    const { db } = database
    await project(db, ours, told(entry('a', 3), []), NOW)
    const missed = entry('b', 2, { status: 'no_show' })
    await project(db, ours, told(missed, []), NOW)
    const cancellation = { by: 'customer' as const, why: 'ill', at: NOW.getTime(), isLate: true }
    await project(db, ours, told(entry('c', 1, { status: 'cancelled', cancellation }), []), NOW)
    await project(db, theirs, told(entry('x', 9), []), NOW)
    const day = Math.floor(at(100).getTime() / 86_400_000)
    expect(await projectedSums(db, ours, at(-999_999))).toEqual([{ day, count: 3, versions: 6 }])
    expect(await projectedVersions(db, ours, ['a', 'b', 'x'])).toEqual(
      new Map([
        ['a', 3],
        ['b', 2],
      ]),
    )
    const counts = await countsOf(db, ours, 'c1', NOW)
    expect(counts.map(({ status, isLate, isComing }) => [status, isLate, isComing]).toSorted()).toEqual([
      ['cancelled', true, false],
      ['confirmed', false, true],
      ['no_show', false, false],
    ])
    const range = { limit: 9, from: at(159), to: at(170) }
    expect((await between(db, ours, range)).map(({ appointment }) => appointment.id)).toEqual(['a', 'b', 'c'])
    expect(await between(db, ours, { ...range, from: at(160) })).toEqual([])
    await archiveContact(db, ours, 'c1', NOW)
  })

  it('is rewritten from the desk for a stretch of time', async () => {
    const { db } = database
    await project(db, ours, told(entry('a', 1), [claim('a', 1, 1)]), NOW)
    await project(db, theirs, told(entry('x', 1), [claim('x', 1, 1)]), NOW)
    await rewriteClaims(db, ours, at(0), at(900), [claim('b', 1, 4)])
    const claims = await db.select().from(appointmentClaims)
    expect(claims.map(({ id }) => id).toSorted()).toEqual(['b:1', 'x:1'])
  })

  it('is guarded on PostgreSQL against two live claims on one person, and says that they clash', async () => {
    const { db } = database
    const overlapping = { startsAt: at(130).getTime(), endsAt: at(190).getTime() }
    expect(await project(db, ours, told(entry('a', 1), [claim('a', 1, 1)]), NOW)).toBe('written')
    const second = await project(db, ours, told(entry('b', 1), [claim('b', 1, 1, overlapping)]), NOW)
    // The desk never lets it come to this; SQLite has no constraint that could be deferred.
    expect(second).toBe(dialect === 'postgres' ? 'clash' : 'written')
    expect((await appointmentById(db, ours, 'b')) === null).toBe(dialect === 'postgres')
    // Another office, another person, a touching time and a released claim are no overlap.
    expect(await project(db, theirs, told(entry('b', 1), [claim('b', 1, 1, overlapping)]), NOW)).toBe('written')
    const touching = claim('c', 1, 1, { startsAt: at(160).getTime(), endsAt: at(200).getTime() })
    expect(await project(db, ours, told(entry('c', 1), [touching]), NOW)).toBe('written')
    const released = claim('d', 1, 1, { ...overlapping, status: 'released' })
    expect(await project(db, ours, told(entry('d', 1), [released]), NOW)).toBe('written')
    // Two that change places within one write are no overlap either.
    const swapped = [
      claim('a', 1, 2, { startsAt: at(160).getTime(), endsAt: at(200).getTime() }),
      claim('c', 1, 2, { startsAt: at(100).getTime(), endsAt: at(160).getTime() }),
    ]
    expect(await project(db, ours, { entry: null, claims: swapped, told: null }, NOW)).toBe('written')
  })
})
