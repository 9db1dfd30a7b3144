import { env, exports } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import type { FeedAnswer } from '../../../worker/features/calendars/feeds.ts'
import { readSource } from '../../../worker/features/calendars/read-source.ts'
import { DAY_MS, HOUR_MS } from '../../../worker/kernel/time.ts'
import { sweep } from '../../../worker/queue/sweep.ts'
import { calendar } from '../../rules/calendars/files.ts'
import { at, BERLIN } from '../../support/berlin-days.ts'
import { type Bookable, bookableOffice, refusalOf } from '../../support/bookable.ts'
import { colleagueOf, contextWith, insideOf, rowsOf } from '../../support/inside.ts'
import { eventually } from '../../support/mails.ts'
import { ORIGIN, type Person } from '../../support/people.ts'

let ours: Bookable
let theirs: Bookable
let staff: Person
beforeAll(async () => {
  ours = await bookableOffice()
  theirs = await bookableOffice()
  staff = await colleagueOf(ours.owner, ours.officeId, 'staff')
})

const stamp = (iso: string) => iso.replaceAll(/[-:]|\.000/g, '')
const event = (uid: string, from: string, to: string, ...more: string[]) =>
  ['BEGIN:VEVENT', `UID:${uid}`, `DTSTART:${stamp(from)}`, `DTEND:${stamp(to)}`, ...more, 'END:VEVENT'].join('\r\n')

/** Where nobody answers: the tests read with servers of their own. */
const URL_OF_NOBODY = 'http://127.0.0.1:9/a.ics'

/** Another calendar of the owner's, whose first reading has failed already. */
async function source(office: Bookable, url = `${URL_OF_NOBODY}?${crypto.randomUUID()}`) {
  const { id } = await office.caller.calendars.addSource.mutate({ userId: office.ownerId, name: 'Private', url })
  await eventually(async () => (await shown(office, id))?.problem)
  return id
}
const shown = async (office: Bookable, id: string) =>
  (await office.caller.calendars.sources.query()).find((each) => each.id === id)

/** Reads it as the job does, with the server's answer as it is given. */
async function read(office: Bookable, id: string, answer: FeedAnswer | string, later = 0) {
  const told: unknown[] = []
  const given: FeedAnswer =
    typeof answer === 'string' ? { kind: 'read', text: answer, etag: '"1"', lastModified: null } : answer
  const feeds = {
    isLocalAllowed: false,
    read: async (_: string, known: { etag: string | null; lastModified: string | null }) => {
      told.push(known.etag)
      return given
    },
  }
  const needs = await insideOf(office.officeId, { feeds, now: () => new Date(Date.now() + later) })
  await readSource(needs, id)
  return told
}
const hours = async (office: Bookable, daysLater = 0) =>
  (await office.slotsOn(daysLater)).slots.map(({ startsAt }) => new Date(startsAt).toISOString())
const guestSlots = async ({ slug, serviceId }: Bookable, date: string) => {
  const query = new URLSearchParams({ serviceId, from: date, days: '1', timeZone: BERLIN })
  const answer = await exports.default.fetch(`${ORIGIN}/api/book/${slug}/slots?${query}`)
  return ((await answer.json()) as { days: { starts: unknown[]; why: string | null }[] }).days[0]!
}

describe('another calendar', () => {
  it('keeps its member from being offered and booked, and a 304 leaves it so', async () => {
    const office = await bookableOffice()
    const id = await source(office)
    await read(office, id, calendar(event('x', at('10:00'), at('12:00'))))
    const found = await shown(office, id)
    expect(found).toMatchObject({ problem: null, busyTimes: 1, isUnknown: false, host: '127.0.0.1:9' })
    expect(JSON.stringify(found)).not.toContain('.ics')
    expect(await hours(office)).not.toContain(at('10:30'))
    expect(await hours(office)).toContain(at('12:00'))
    expect(await refusalOf(office.book(at('11:00')))).toMatchObject({ code: 'CONFLICT' })
    expect(await read(office, id, { kind: 'unchanged' })).toEqual(['"1"'])
    expect(await refusalOf(office.book(at('11:00')))).toMatchObject({ code: 'CONFLICT' })
    await office.caller.calendars.removeSource.mutate({ id })
    expect(await hours(office)).toContain(at('10:30'))
    expect(await rowsOf('calendar_sources', office.officeId)).toEqual([])
  })

  it('is told to a desk anew that was set back and knows nothing of it, from the copy, also while it is broken', async () => {
    const office = await bookableOffice()
    const id = await source(office)
    await read(office, id, calendar(event('x', at('10:00'), at('12:00'))))
    const { diary, files, officeId } = await insideOf(office.officeId)
    for (const answer of [{ kind: 'unchanged' }, { kind: 'failed', why: 'Down.' }] as const) {
      await diary.forgetCalendar(id)
      expect(await hours(office)).toContain(at('10:30'))
      await read(office, id, answer)
      expect(await hours(office)).not.toContain(at('10:30'))
    }
    await diary.forgetCalendar(id)
    await files.removeAll(`${officeId}/calendars/`)
    await read(office, id, { kind: 'unchanged' })
    expect(await read(office, id, calendar())).toEqual([null])
  })

  it('is shown to the calendar as busy time without a word about what it is', async () => {
    const office = await bookableOffice()
    const id = await source(office)
    const text = calendar(event('x', at('10:00'), at('12:00'), 'SUMMARY:Fertility clinic'))
    await read(office, id, text)
    const asked = { from: at('00:00'), to: at('00:00', 1) }
    const { busy, unknown } = await office.caller.appointments.outsideBusy.query(asked)
    expect(busy).toMatchObject([
      { userId: office.ownerId, calendar: 'Private', startsAt: at('10:00'), endsAt: at('12:00') },
    ])
    expect(unknown).toEqual([])
    expect(await theirs.caller.appointments.outsideBusy.query(asked)).toEqual({ busy: [], overlaps: [], unknown: [] })
    const far = { from: at('00:00'), to: new Date(Date.parse(at('00:00')) + 200 * DAY_MS).toISOString() }
    expect(await refusalOf(office.caller.appointments.outsideBusy.query(far))).toMatchObject({ code: 'BAD_REQUEST' })
  })

  it('that brings something over an appointment has that told and marked, and cancels nothing', async () => {
    const office = await bookableOffice()
    const { id: appointmentId } = await office.book(at('10:00'))
    const id = await source(office)
    const text = calendar(event('x', at('10:30'), at('12:00')))
    await read(office, id, text)
    await read(office, id, text.replace('UID:x', 'UID:another'))
    const notices = (await office.caller.notices.list.query()).filter(({ kind }) => kind === 'outside_overlap')
    expect(notices).toHaveLength(1)
    expect(notices[0]!.title).toMatch(/^Haircut, Mon \d+ \w+,? 10:00: “Private” has something then$/)
    const asked = { from: at('00:00'), to: at('00:00', 1) }
    expect((await office.caller.appointments.outsideBusy.query(asked)).overlaps).toMatchObject([{ appointmentId }])
    expect(await office.caller.appointments.byId.query({ id: appointmentId })).toMatchObject({ status: 'confirmed' })
  })

  it('that breaks keeps its last good copy, says why, and after an hour follows the owner’s choice', async () => {
    const office = await bookableOffice({ isPublic: true })
    const id = await source(office)
    await read(office, id, calendar(event('x', at('10:00'), at('12:00'))))
    await read(office, id, { kind: 'failed', why: 'The calendar’s server has trouble (503).' })
    expect(await shown(office, id)).toMatchObject({
      problem: 'The calendar’s server has trouble (503).',
      isUnknown: false,
    })
    await read(office, id, '<html>sign in</html>', 2 * HOUR_MS)
    expect(await shown(office, id)).toMatchObject({ problem: expect.stringContaining('not a calendar') })
    const notices = (await office.caller.notices.list.query()).filter(({ kind }) => kind === 'calendar_unread')
    expect(notices).toMatchObject([{ title: 'Private', record: 'calendar', recordId: id }])
    expect(await hours(office)).not.toContain(at('10:30'))
    // As if it was read long ago.
    const old = (database: D1Database) =>
      database.prepare('update calendar_sources set read_at = 1 where office_id = ?').bind(office.officeId).run()
    await Promise.all([old(env.DB), old(env.DB1)])
    await read(office, id, { kind: 'failed', why: 'Gone.' })
    const [row] = await rowsOf('calendar_sources', office.officeId)
    const inside = await insideOf(office.officeId)
    const staffId = office.ownerId
    const aged = { calendarId: id, staffId, generation: Number(row!.version), readAt: 1, busy: null }
    await inside.diary.takeReading(aged)
    const date = (await office.slotsOn()).date
    expect((await guestSlots(office, date)).starts.length).toBeGreaterThan(0)
    await office.caller.calendars.choose.mutate({ whenUnknown: 'refuse', unknownAfterMinutes: 60 })
    expect(await guestSlots(office, date)).toMatchObject({ starts: [], why: 'trouble' })
    expect(await hours(office)).toContain(at('12:00'))
    expect(
      (await office.caller.appointments.outsideBusy.query({ from: at('00:00'), to: at('00:00', 1) })).unknown,
    ).toMatchObject([{ id, problem: 'Gone.' }])
  })

  it('is followed anew each day from its copy, because the days ahead move on', async () => {
    const office = await bookableOffice()
    const id = await source(office)
    const text = calendar(event('x', at('10:00'), at('11:00'), 'RRULE:FREQ=WEEKLY'))
    await read(office, id, text)
    const before = (await shown(office, id))!.busyTimes
    await read(office, id, { kind: 'unchanged' }, 20 * DAY_MS)
    expect((await shown(office, id))!.busyTimes).toBeGreaterThan(before)
  })

  it('counts what is tentative only where its member says so, from the next reading on', async () => {
    const office = await bookableOffice()
    const id = await source(office)
    const text = calendar(event('x', at('10:00'), at('11:00'), 'STATUS:TENTATIVE'))
    await read(office, id, text)
    expect(await hours(office)).not.toContain(at('10:00'))
    await office.caller.calendars.changeSource.mutate({ id, name: 'Home', isTentativeBusy: false })
    expect(await read(office, id, text)).toEqual([null])
    expect(await hours(office)).toContain(at('10:00'))
    expect(await shown(office, id)).toMatchObject({ name: 'Home', isTentativeBusy: false })
  })

  it('is read again by the cron, once for each time that it is due', async () => {
    const office = await bookableOffice()
    const id = await source(office)
    const due = (database: D1Database) =>
      database.prepare('update calendar_sources set next_at = 5, failures = 0 where id = ?').bind(id).run()
    await Promise.all([due(env.DB), due(env.DB1)])
    await Promise.all([sweep(contextWith()), sweep(contextWith())])
    await eventually(async () => Number((await rowsOf('calendar_sources', office.officeId))[0]!.failures) === 1)
    const jobs = (await rowsOf('outbox', office.officeId)).filter((row) => String(row.job).includes(id))
    expect(jobs.map((row) => row.id)).toContain(`${id}.5`)
    expect(jobs).toHaveLength(2)
    expect(Number((await rowsOf('calendar_sources', office.officeId))[0]!.next_at)).toBeGreaterThan(Date.now())
  })

  it('of somebody who left is followed no more', async () => {
    const office = await bookableOffice()
    const colleague = await colleagueOf(office.owner, office.officeId, 'staff')
    const { members } = await office.caller.office.members.query()
    const { userId } = members.find(({ email }) => email === colleague.email)!
    const added = await colleague.caller.calendars.addSource.mutate({ userId, name: 'Mine', url: URL_OF_NOBODY })
    await office.caller.office.removeMember.mutate({ userId })
    await read(office, added.id, calendar())
    expect(await rowsOf('calendar_sources', office.officeId)).toEqual([])
  })
})

describe('who may follow what', () => {
  const add = (person: Person, userId: string, url = URL_OF_NOBODY) =>
    person.caller.calendars.addSource.mutate({ userId, name: 'Mine', url })

  it('members decide about their own, owners about all, and nobody about another office’s', async () => {
    const { members } = await ours.caller.office.members.query()
    const staffId = members.find(({ email }) => email === staff.email)!.userId
    expect(await refusalOf(add(staff, ours.ownerId))).toMatchObject({ code: 'FORBIDDEN' })
    const { id } = await add(staff, staffId)
    expect(await refusalOf(add(staff, staffId))).toMatchObject({ code: 'CONFLICT' })
    expect(await refusalOf(add(theirs.owner, staffId))).toMatchObject({ code: 'NOT_FOUND' })
    expect(await refusalOf(theirs.caller.calendars.removeSource.mutate({ id }))).toMatchObject({ code: 'NOT_FOUND' })
    expect(await theirs.caller.calendars.sources.query()).toEqual([])
    await ours.caller.calendars.removeSource.mutate({ id })
    const choice = { whenUnknown: 'refuse', unknownAfterMinutes: 60 } as const
    expect(await refusalOf(staff.caller.calendars.choose.mutate(choice))).toMatchObject({ code: 'FORBIDDEN' })
  })

  it.each([
    'http://calendar.google.com/a.ics',
    'https://192.168.0.1/a.ics',
    'https://[::ffff:10.0.0.1]/',
    'https://localhost/',
  ])('not %s', async (url) => {
    expect(await refusalOf(add(ours.owner, ours.ownerId, url))).toMatchObject({ code: 'BAD_REQUEST' })
  })
})
