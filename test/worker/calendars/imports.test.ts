import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { insertJob } from '../../../db/queries/outbox.ts'
import { runCalendarImport } from '../../../worker/features/calendars/run-import.ts'
import { Refusal } from '../../../worker/kernel/refusal.ts'
import { consume } from '../../../worker/queue/consumer.ts'
import { outboxRow } from '../../../worker/queue/outbox.ts'
import { calendar } from '../../rules/calendars/files.ts'
import { at } from '../../support/berlin-days.ts'
import { type Bookable, bookableOffice, refusalOf } from '../../support/bookable.ts'
import { sendCalendar } from '../../support/calendar-files.ts'
import { colleagueOf, contextWith, insideOf, rowsOf } from '../../support/inside.ts'
import { eventually } from '../../support/mails.ts'

let ours: Bookable
let theirs: Bookable
beforeAll(async () => {
  ours = await bookableOffice()
  theirs = await bookableOffice()
})

const stamp = (iso: string) => iso.replaceAll(/[-:]|\.000/g, '')
const event = (uid: string, from: string, to: string, ...more: string[]) =>
  [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTART:${stamp(from)}`,
    `DTEND:${stamp(to)}`,
    `SUMMARY:${uid}`,
    ...more,
    'END:VEVENT',
  ].join('\r\n')

const still = ({ caller }: Bookable, id: string, ...states: string[]) =>
  eventually(async () => {
    const found = await caller.calendars.importById.query({ id })
    return states.includes(found.state) && found
  }, 60_000)
async function checked(office: Bookable, text: string) {
  const answer = await sendCalendar(office.owner, office.ownerId, text)
  if (answer.status !== 200) throw new Error(await answer.text())
  const { id } = (await answer.json()) as { id: string }
  return still(office, id, 'checked', 'failed')
}
async function imported(office: Bookable, text: string, kind: 'appointment' | 'block' = 'block') {
  const { id } = await checked(office, text)
  await office.caller.calendars.runImport.mutate({ id, kind })
  return still(office, id, 'done', 'failed')
}
const week = async ({ caller }: Bookable) =>
  (await caller.appointments.calendar.query({ from: at('00:00'), to: at('00:00', 7) })).filter(
    ({ status }) => status !== 'cancelled',
  )

describe('a calendar file', () => {
  it('is tried first and writes nothing; then it comes in through the desk, as busy time that nobody books', async () => {
    const office = await bookableOffice()
    const { id: there } = await office.book(at('14:00'))
    const text = calendar(
      event('one', at('10:00'), at('11:00')),
      event('two', at('14:30'), at('15:00')),
      event('free', at('12:00'), at('13:00'), 'TRANSP:TRANSPARENT'),
      event('odd', at('12:00'), at('13:00'), 'RRULE:FREQ=SECONDLY'),
    )
    const tried = await checked(office, text)
    expect(tried).toMatchObject({
      state: 'checked',
      outcome: { events: 4, toAdd: 1, overlapping: 1, others: 1, refused: 1, endless: 0 },
    })
    expect(tried.outcome!.notTaken.map(({ title, why }) => [title, why])).toEqual([
      ['odd', 'This rule of repetition cannot be read: it repeats more often than daily.'],
      ['two', 'It overlaps with what is booked already.'],
    ])
    expect((await week(office)).map(({ id }) => id)).toEqual([there])
    await office.caller.calendars.runImport.mutate({ id: tried.id, kind: 'block' })
    const done = await still(office, tried.id, 'done')
    expect(done).toMatchObject({ outcome: { added: 1 }, mayUndo: true })
    expect((await week(office))[0]).toMatchObject({
      kind: 'block',
      title: 'one',
      source: 'import',
      staffIds: [office.ownerId],
    })
    expect(await refusalOf(office.book(at('10:00')))).toMatchObject({ code: 'CONFLICT' })
    const again = office.caller.calendars.runImport.mutate({ id: tried.id, kind: 'block' })
    expect(await refusalOf(again)).toMatchObject({ code: 'CONFLICT' })
  })

  it('imported twice changes nothing; taken back it goes, but for what somebody changed, and can come again', async () => {
    const office = await bookableOffice()
    const text = calendar(event('w', at('10:00'), at('11:00'), 'RRULE:FREQ=DAILY;COUNT=3'))
    const first = await imported(office, text, 'appointment')
    expect(await week(office)).toHaveLength(3)
    expect(await imported(office, text)).toMatchObject({ outcome: { toAdd: 0, added: 0, same: 3 }, mayUndo: false })
    const [monday] = await week(office)
    await office.caller.appointments.move.mutate({
      ...{ key: crypto.randomUUID(), id: monday!.id, version: monday!.deskVersion },
      ...{ startsAt: at('16:00'), endsAt: at('17:00'), timeZone: 'Europe/Berlin' },
    })
    expect(await checked(office, text)).toMatchObject({ outcome: { toAdd: 0, same: 2, elsewhere: 1 } })
    await office.caller.calendars.undoImport.mutate({ id: first.id })
    expect(await still(office, first.id, 'undone')).toMatchObject({ left: 1 })
    expect((await week(office)).map(({ startsAt }) => startsAt)).toEqual([at('16:00')])
    expect(await imported(office, text)).toMatchObject({ outcome: { added: 2, elsewhere: 1 } })
  })

  it('with another id for the same event overlaps with what came of the first', async () => {
    const office = await bookableOffice()
    await imported(office, calendar(event('a', at('10:00'), at('11:00'))))
    expect(await checked(office, calendar(event('b', at('10:00'), at('11:00'))))).toMatchObject({
      outcome: { toAdd: 0, overlapping: 1 },
    })
  })

  it('that repeats without end comes in for two years, in pieces', async () => {
    const office = await bookableOffice()
    const text = calendar(event('daily', at('06:00'), at('06:15'), 'RRULE:FREQ=DAILY'))
    const done = await imported(office, text)
    expect(done).toMatchObject({ outcome: { endless: 1, refused: 0 } })
    expect(done.outcome!.added).toBeGreaterThan(700)
    expect(done.outcome!.added).toBeLessThanOrEqual(730)
  })

  it('finds taken what was booked between the trial and the import, and says so', async () => {
    const office = await bookableOffice()
    const { id } = await checked(office, calendar(event('a', at('10:00'), at('11:00'))))
    await office.book(at('10:30'))
    await office.caller.calendars.runImport.mutate({ id, kind: 'block' })
    expect(await still(office, id, 'done')).toMatchObject({ outcome: { added: 0, overlapping: 1 }, mayUndo: false })
  })

  it('goes on where it was after the desk could not be reached, and makes nothing twice', async () => {
    const office = await bookableOffice()
    const { id } = await checked(
      office,
      calendar(event('a', at('10:00'), at('11:00')), event('b', at('12:00'), at('13:00'))),
    )
    await office.caller.calendars.runImport.mutate({ id, kind: 'block' })
    await still(office, id, 'done')
    // As if it was killed after both were made and before that was written down.
    for (const database of [env.DB, env.DB1])
      await database
        .prepare("update calendar_imports set state = 'running', done = 0, made = '[]' where office_id = ? and id = ?")
        .bind(office.officeId, id)
        .run()
    const down = () => Promise.reject(new Refusal('unavailable', 'The calendar cannot be reached.'))
    const inside = await insideOf(office.officeId)
    const job = outboxRow(inside, { kind: 'run_calendar_import', importId: id })
    await insertJob(inside.db, job)
    const body = { officeId: office.officeId, jobId: job.id }
    const settled: string[] = []
    const message = { body, attempts: 1, id: 'm', ack: () => settled.push('ack'), retry: () => settled.push('retry') }
    const batch = { queue: 'foyer-jobs', messages: [message] } as unknown as MessageBatch
    await consume(contextWith({ diary: { ...inside.diary, decide: down } }), batch)
    const [row] = (await rowsOf('outbox', office.officeId)).filter((each) => each.id === job.id)
    expect([settled, row!.status]).toEqual([['retry'], 'waiting'])
    await runCalendarImport(inside, id)
    expect(await still(office, id, 'done')).toMatchObject({ outcome: { added: 2, overlapping: 0 } })
    expect(await week(office)).toHaveLength(2)
  })

  it('is refused with a sentence where it is too large, empty or something else', async () => {
    const large = new Uint8Array(50 * 1024 * 1024)
    const sentence = async (answer: Response) => [
      answer.status,
      ((await answer.json()) as { sentence: string }).sentence,
    ]
    expect(await sentence(await sendCalendar(ours.owner, ours.ownerId, large))).toEqual([
      413,
      expect.stringContaining('10 MB'),
    ])
    expect(await sentence(await sendCalendar(ours.owner, ours.ownerId, 'x', 'old.xlsx'))).toEqual([
      400,
      expect.stringContaining('.ics'),
    ])
    expect(await checked(ours, '<!doctype html><title>Sign in</title>')).toMatchObject({
      ...{ state: 'failed', problem: expect.stringContaining('not a calendar') },
    })
  })

  it('is for one’s own calendar, or an owner, and never another office’s', async () => {
    const staff = await colleagueOf(ours.owner, ours.officeId, 'staff')
    const viewer = await colleagueOf(ours.owner, ours.officeId, 'viewer')
    expect((await sendCalendar(staff, ours.ownerId, calendar())).status).toBe(403)
    expect((await sendCalendar(viewer, ours.ownerId, calendar())).status).toBe(403)
    expect((await sendCalendar(ours.owner, theirs.ownerId, calendar())).status).toBe(404)
    const { id } = await checked(ours, calendar())
    expect(await refusalOf(theirs.caller.calendars.importById.query({ id }))).toMatchObject({ code: 'NOT_FOUND' })
    expect(await refusalOf(staff.caller.calendars.runImport.mutate({ id, kind: 'block' }))).toMatchObject({
      code: 'FORBIDDEN',
    })
    expect(await theirs.caller.calendars.imports.query()).toEqual([])
  })
})
