import { describe, expect, it } from 'vitest'
import { isConflict, isOvertaken } from '#dialect'
import { feedByToken, feedsOf, removeFeed, replaceFeed, setPrivacy } from '../../db/queries/calendar-feeds.ts'
import {
  calendarImportById,
  changeCalendarImport,
  insertCalendarImport,
  listCalendarImports,
} from '../../db/queries/calendar-imports.ts'
import {
  changeSource,
  countSources,
  dueSources,
  insertSource,
  putOff,
  removeSource,
  sourceById,
  sourcesOf,
} from '../../db/queries/calendar-sources.ts'
import { alone, commit } from '../../db/queries/plan.ts'
import { audit, type Note } from '../../db/schema/audit.ts'
import type { CalendarFeed, CalendarSource } from '../../db/schema/calendars.ts'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { at, ours, theirs } from './rows.ts'
import { everythingOf, run, testDatabase, writeInBoth } from './two-offices.ts'

const database = testDatabase()

const feed = (officeId: OfficeId, tokenHash: string, more: Partial<CalendarFeed> = {}): CalendarFeed => ({
  ...{ officeId, id: tokenHash, whose: 'member', whoId: 'u1', tokenHash, privacy: 'full', createdAt: at(0) },
  ...more,
})
const source = (officeId: OfficeId, id: string, more: Partial<CalendarSource> = {}): CalendarSource => ({
  ...{ officeId, id, userId: 'u1', name: id, url: `https://a.de/${id}`, isTentativeBusy: true, version: 1 },
  ...{ etag: null, lastModified: null, readAt: null, busyTimes: 0, followedAt: null, notTaken: 0 },
  ...{ problem: null, failures: 0, nextAt: at(0), createdAt: at(0) },
  ...more,
})

const note = (kind: Note['kind']): Note => ({ id: `n${++notes}`, officeId: ours, userId: 'u1', kind, at: at(0) })
let notes = 0
const put = (feed: CalendarFeed) => replaceFeed(database.db, feed, note('calendar_address_made'))
const end = (officeId: OfficeId, who: Pick<CalendarFeed, 'whose' | 'whoId'>) =>
  removeFeed(database.db, officeId, who, note('calendar_address_ended'))

describe('addresses of calendars', () => {
  it('lead to one calendar of one office, and a new one takes the place of the old', async () => {
    const { db } = database
    await put(feed(ours, 'a'))
    await put(feed(theirs, 'b'))
    await put(feed(ours, 'room', { whose: 'resource' }))
    await put(feed(ours, 'c', { privacy: 'busy' }))
    expect(await feedByToken(db, 'a')).toBeNull()
    expect(await feedByToken(db, 'b')).toMatchObject({ officeId: theirs })
    expect((await feedsOf(db, ours)).map(({ tokenHash }) => tokenHash).toSorted()).toEqual(['c', 'room'])
    await expect(put(feed(theirs, 'c', { whoId: 'u2' }))).rejects.toSatisfy(isConflict)
  })

  it('are changed and ended in their own office alone', async () => {
    const { db } = database
    await put(feed(ours, 'a'))
    const who = { whose: 'member', whoId: 'u1' } as const
    expect(await setPrivacy(db, theirs, who, 'busy')).toBe(false)
    expect(await end(theirs, who)).toBe(false)
    expect(await setPrivacy(db, ours, who, 'service')).toBe(true)
    expect(await feedByToken(db, 'a')).toMatchObject({ privacy: 'service' })
    expect(await end(ours, who)).toBe(true)
    expect(await feedByToken(db, 'a')).toBeNull()
    const noted = await db.select({ kind: audit.kind }).from(audit)
    expect(noted.map(({ kind }) => kind)).toEqual(['calendar_address_made', 'calendar_address_ended'])
  })
})

describe('calendars that are followed', () => {
  it('are due by their time, whichever office’s, and put off', async () => {
    const { db } = database
    await writeInBoth(db, (db, officeId) => [
      insertSource(db, source(officeId, 's1', { nextAt: at(officeId === ours ? 5 : 3) })),
      insertSource(db, source(officeId, 's2', { nextAt: at(90) })),
    ])
    expect((await dueSources(db, at(10), 9)).map(({ officeId, id }) => [officeId, id])).toEqual([
      [theirs, 's1'],
      [ours, 's1'],
    ])
    expect(await dueSources(db, at(10), 1)).toHaveLength(1)
    await run(putOff(db, { officeId: ours, id: 's1' }, at(50)))
    expect((await dueSources(db, at(10), 9)).map(({ officeId }) => officeId)).toEqual([theirs])
  })

  it('keep one of two readings, and leave the other office’s alone', async () => {
    const { db } = database
    await writeInBoth(db, (db, officeId) => [insertSource(db, source(officeId, 's1'))])
    const before = await everythingOf(db, theirs)
    const read = (await sourceById(db, ours, 's1'))!
    const keep = (problem: string) =>
      commit(
        db,
        alone((db) => [changeSource(db, read, { problem })]),
      )
    await keep('first')
    await expect(keep('second')).rejects.toSatisfy(isOvertaken)
    expect(await sourceById(db, ours, 's1')).toMatchObject({ problem: 'first', version: 2 })
    expect(await countSources(db, ours)).toBe(1)
    expect(await removeSource(db, ours, 's1')).toBe(true)
    expect(await removeSource(db, ours, 's1')).toBe(false)
    expect(await sourcesOf(db, ours)).toEqual([])
    expect(await everythingOf(db, theirs)).toEqual(before)
  })
})

describe('calendar files', () => {
  it('are listed newest first, and changed in the version that was read', async () => {
    const { db } = database
    const row = { userId: 'u1', fileKey: 'k', state: 'uploaded', authorId: 'u1' } as const
    await writeInBoth(db, (db, officeId) =>
      ['i1', 'i2'].map((id, n) =>
        insertCalendarImport(db, { ...row, officeId, id, fileName: `${id}.ics`, createdAt: at(n) }),
      ),
    )
    expect((await listCalendarImports(db, ours, 5)).map(({ id }) => id)).toEqual(['i2', 'i1'])
    const read = (await calendarImportById(db, ours, 'i1'))!
    expect(read).toMatchObject({ kind: 'block', made: [], outcome: null, done: 0, version: 1 })
    const made = [{ id: 'a', version: 1 }]
    const change = () =>
      commit(
        db,
        alone((db) => [changeCalendarImport(db, read, { state: 'done', made })]),
      )
    await change()
    expect(await calendarImportById(db, ours, 'i1')).toMatchObject({ state: 'done', made, version: 2 })
    await expect(change()).rejects.toSatisfy(isOvertaken)
    expect(await calendarImportById(db, theirs, 'i1')).toMatchObject({ state: 'uploaded' })
  })
})
