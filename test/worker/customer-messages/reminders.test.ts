import { beforeAll, describe, expect, it } from 'vitest'
import { moveCustomerMessage } from '../../../db/queries/customer-messages.ts'
import type { Db } from '../../../db/schema/index.ts'
import type { OfficeCtx } from '../../../worker/context.ts'
import { sendCustomerMessage } from '../../../worker/features/customer-messages/send-customer-message.ts'
import { NotTaken } from '../../../worker/kernel/not-taken.ts'
import { Refusal } from '../../../worker/kernel/refusal.ts'
import { sweep } from '../../../worker/queue/sweep.ts'
import { at, BERLIN } from '../../support/berlin-days.ts'
import { type Bookable, bookableOffice } from '../../support/bookable.ts'
import { contextWith, insideOf, rowsOf } from '../../support/inside.ts'
import { eventually } from '../../support/mails.ts'
import { customerOf, HOUR_MS, key, MINUTE_MS, messagesOf, sentBy, settledOf, sweepAt } from './office.ts'

let ours: Bookable
let theirs: Bookable
beforeAll(async () => {
  ours = await bookableOffice()
  theirs = await bookableOffice()
})

const msOf = (clock: string, daysLater = 0) => Date.parse(at(clock, daysLater))
const booked = async (startsAt: string, office = ours, has: Parameters<typeof customerOf>[2] = {}) => {
  const customer = await customerOf(office, 'Reminded Ria', has)
  const { id } = await office.book(startsAt, { contactId: customer.id })
  await settledOf(office, id, 2)
  return { id, customer }
}
const remindersOf = async (office: Bookable, id: string) =>
  (await messagesOf(office, id)).filter(({ event }) => event === 'reminder')
const remindersSent = async (address: string, office = ours) =>
  (await sentBy(office.officeId)).filter((row) => row.to_address === address && row.subject.startsWith('See you'))
/** What a job of a message is given, as if its time had come. */
const carriedOut = async (office: Bookable, messageId: string, when: number, changes: object = {}) => {
  const needs = await insideOf(office.officeId, { now: () => new Date(when), ...changes })
  return sendCustomerMessage(needs, { messageId, sending: 1 })
}

/** The message is left to the queue, and nobody is at work on it yet. */
const queueOnly = ({ db, officeId }: OfficeCtx, id: string) =>
  moveCustomerMessage(db, officeId, id, ['planned'], { state: 'queued' })

/** The database, and something that happens to finish before the first row is changed through it. */
function withBeforeFirstUpdate(db: Db, first: () => Promise<unknown>): Db {
  let isDone = false
  const update: Db['update'] = (table) => {
    const written = db.update(table)
    if (isDone) return written
    isDone = true
    const late = (statement: object): object =>
      new Proxy(statement, {
        get: (target, name) => {
          const value: unknown = Reflect.get(target, name)
          if (typeof value !== 'function') return value
          if (name === 'then') return (...then: unknown[]) => first().then(() => value.apply(target, then))
          return (...args: unknown[]) => late(value.apply(target, args))
        },
      })
    return late(written) as typeof written
  }
  return new Proxy(db, {
    get: (target, name) => {
      const value: unknown = name === 'update' ? update : Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

describe('a reminder', () => {
  it('comes a day before by the clocks of the office, once, however often and at once the sweep runs', async () => {
    const { id, customer } = await booked(at('10:00', 2))
    const [reminder] = await remindersOf(ours, id)
    expect(new Date(reminder!.dueAt).toISOString()).toBe(at('10:00', 1))
    await sweepAt(msOf('09:59', 1))
    expect(await remindersSent(customer.email)).toEqual([])
    await Promise.all([sweepAt(msOf('10:01', 1)), sweepAt(msOf('10:01', 1)), sweepAt(msOf('10:01', 1))])
    await settledOf(ours, id, 2)
    await sweepAt(msOf('10:06', 1))
    expect(await settledOf(ours, id, 2)).toEqual(['booked email sent', 'reminder email sent'])
    expect(await remindersSent(customer.email)).toHaveLength(1)
  })

  it('goes along with a move, also to where the appointment was, and is dropped with a cancellation', async () => {
    const { id, customer } = await booked(at('11:00', 2))
    const move = (version: number, startsAt: string) =>
      ours.caller.appointments.move.mutate({ key: key(), id, version, startsAt, timeZone: BERLIN })
    await move(1, at('15:00', 3))
    const isDueAt = async (due: number) =>
      (await remindersOf(ours, id)).some(({ dueAt }) => Date.parse(dueAt.toString()) === due)
    await eventually(() => isDueAt(msOf('15:00', 2)))
    expect(await remindersOf(ours, id)).toHaveLength(1)
    await move(2, at('11:00', 2))
    await eventually(() => isDueAt(msOf('11:00', 1)))
    expect(await remindersOf(ours, id)).toHaveLength(1)
    await ours.caller.appointments.cancel.mutate({ key: key(), id })
    await eventually(async () => (await remindersOf(ours, id)).length === 0)
    await sweepAt(msOf('11:30', 1))
    expect(await remindersSent(customer.email)).toEqual([])
  })

  it('that was left to the queue already is not sent when the appointment moved meanwhile', async () => {
    const { id } = await booked(at('12:00', 2))
    const [reminder] = await remindersOf(ours, id)
    const sent: string[] = []
    const mail = { recognisesRepeats: false, send: async ({ to }: { to: string }) => void sent.push(to) }
    await queueOnly(await insideOf(ours.officeId), reminder!.id)
    await ours.caller.appointments.move.mutate({
      key: key(),
      id,
      version: 1,
      startsAt: at('16:00', 4),
      timeZone: BERLIN,
    })
    await carriedOut(ours, reminder!.id, msOf('12:01', 1), { mail })
    expect(sent).toEqual([])
    expect((await messagesOf(ours, id)).find((row) => row.id === reminder!.id)).toMatchObject({
      ...{ state: 'skipped', why: 'The appointment has another time now.' },
    })
  })
  it('is looked at once more after it says “sending”: what is called off while it is written is not sent', async () => {
    const { id } = await booked(at('16:00', 1))
    const [reminder] = await remindersOf(ours, id)
    const needs = await insideOf(ours.officeId)
    await queueOnly(needs, reminder!.id)
    const sent: string[] = []
    const mail = { recognisesRepeats: false, send: async ({ to }: { to: string }) => void sent.push(to) }
    const cancel = () => ours.caller.appointments.cancel.mutate({ key: key(), id })
    await carriedOut(ours, reminder!.id, msOf('16:01'), { mail, db: withBeforeFirstUpdate(needs.db, cancel) })
    expect(sent).toEqual([])
    const all = await messagesOf(ours, id)
    expect(all.find((row) => row.id === reminder!.id)).toMatchObject({ why: 'The appointment was cancelled.' })
  })

  it('whose time had passed when it was booked is not planned', async () => {
    const soon = new Date(Math.ceil(Date.now() / HOUR_MS + 3) * HOUR_MS).toISOString()
    const customer = await customerOf(ours, 'Short Shay')
    const { id } = await ours.book(soon, { contactId: customer.id, override: true })
    expect(await settledOf(ours, id)).toEqual(['booked email sent'])
  })

  it('keeps out of the quiet hours: it comes after them while it is of use, else before, else not at all', async () => {
    const early = theirs
    await early.caller.customerMessages.saveSettings.mutate({
      ...{ version: 0, quietFromMinute: 21 * 60, quietUntilMinute: 9 * 60 + 30, place: 'Main Street 5' },
    })
    const { id } = await booked(at('09:00', 3), early)
    const [reminder] = await remindersOf(early, id)
    // A day before is 9:00, in the quiet hours; they end at 9:30, which leaves time enough.
    expect(Date.parse(reminder!.dueAt.toString())).toBe(msOf('09:30', 2))
    await sweepAt(msOf('09:31', 2))
    await settledOf(early, id, 2)
    const [mail] = await remindersSent((await sentBy(early.officeId)).at(-1)!.to_address, early)
    expect(mail!.text).toContain('Where: Main Street 5')
  })

  it('that a worker took down with it is sent once where repeats are known, and left to a member where they are not', async () => {
    const one = await booked(at('13:00', 2))
    const [first] = await remindersOf(ours, one.id)
    const needs = await insideOf(ours.officeId)
    await queueOnly(needs, first!.id)
    const cut = async () => {
      throw new Error('cut')
    }
    const known = { recognisesRepeats: true, send: cut }
    await expect(carriedOut(ours, first!.id, msOf('13:01', 1), { mail: known })).rejects.toThrow('cut')
    await carriedOut(ours, first!.id, msOf('13:02', 1))
    await carriedOut(ours, first!.id, msOf('13:03', 1))
    expect(await remindersSent(one.customer.email)).toHaveLength(1)
    const other = await booked(at('14:00', 2))
    const [second] = await remindersOf(ours, other.id)
    await queueOnly(needs, second!.id)
    await carriedOut(ours, second!.id, msOf('14:01', 1), { mail: { recognisesRepeats: false, send: cut } })
    await carriedOut(ours, second!.id, msOf('14:02', 1))
    expect(await remindersSent(other.customer.email)).toEqual([])
    expect(await ours.caller.customerMessages.troubled.query()).toMatchObject([{ id: second!.id, state: 'unknown' }])
  })

  it('is tried again after a “not now”, and has failed with the reason after a “no”, until a member sends it again', async () => {
    const { id, customer } = await booked(at('15:00', 2))
    const [reminder] = await remindersOf(ours, id)
    await queueOnly(await insideOf(ours.officeId), reminder!.id)
    const saying = (error: Error) => ({
      recognisesRepeats: false,
      send: async () => {
        throw error
      },
    })
    const when = msOf('15:01', 1)
    await expect(carriedOut(ours, reminder!.id, when, { mail: saying(new NotTaken('busy')) })).rejects.toThrow('busy')
    expect((await remindersOf(ours, id))[0]).toMatchObject({
      state: 'queued',
      why: expect.stringContaining('tried again'),
    })
    const no = new Refusal('invalid', 'This mail cannot be delivered.')
    await carriedOut(ours, reminder!.id, when, { mail: saying(no) })
    expect((await remindersOf(ours, id))[0]).toMatchObject({ state: 'failed', why: 'This mail cannot be delivered.' })
    await ours.caller.customerMessages.sendAgain.mutate({ id: reminder!.id })
    await eventually(async () => (await remindersOf(ours, id))[0]!.state === 'sent')
    expect(await remindersSent(customer.email)).toHaveLength(1)
    await expect(ours.caller.customerMessages.sendAgain.mutate({ id: reminder!.id })).rejects.toThrow(
      'went out already',
    )
  })
})

describe('what an owner sets', () => {
  const stepOf = async (office: Bookable, name: string) => {
    const { steps } = await office.caller.customerMessages.settings.query()
    const { event: _, ...step } = steps.find((each) => each.key === name && each.serviceId === null)!
    return step
  }
  const dueOf = async (id: string, office = ours) =>
    (await remindersOf(office, id)).map(({ dueAt }) => Date.parse(String(dueAt)))

  it('moves what is planned already; taken back, it still does not come too early', async () => {
    const { id } = await booked(at('15:00', 4))
    const step = await stepOf(ours, 'reminder')
    const { actId } = await ours.caller.customerMessages.saveStep.mutate({ ...step, amount: 2, way: 'email' })
    await eventually(async () => (await dueOf(id))[0] === msOf('15:00', 2))
    await ours.caller.acts.undo.mutate({ id: actId })
    await sweepAt(msOf('15:01', 2))
    expect(await dueOf(id)).toEqual([msOf('15:00', 3)])
    await sweepAt(msOf('15:01', 3))
    expect(await settledOf(ours, id, 2)).toEqual(['booked email sent', 'reminder email sent'])
  })

  it('holds for one service alone where it is set so, and a step that is off is left out', async () => {
    const step = await stepOf(ours, 'reminder')
    const { caller, serviceId } = ours
    await caller.customerMessages.saveStep.mutate({ ...step, serviceId, version: 0, subject: 'See you, {name}: own' })
    const { id, customer } = await booked(at('10:00', 4))
    await sweepAt(msOf('10:01', 3))
    expect(await remindersSent(customer.email)).toMatchObject([{ subject: 'See you, Reminded Ria: own' }])
    const off = { ...step, serviceId, version: 1, isOn: false }
    const other = await booked(at('12:00', 4))
    const [reminder] = await remindersOf(ours, other.id)
    await queueOnly(await insideOf(ours.officeId), reminder!.id)
    await caller.customerMessages.saveStep.mutate(off)
    await carriedOut(ours, reminder!.id, msOf('12:01', 3))
    expect((await remindersOf(ours, other.id))[0]).toMatchObject({
      state: 'skipped',
      why: 'This message was switched off.',
    })
    expect(await settledOf(ours, id, 2)).toContain('reminder email sent')
    await caller.customerMessages.resetStep.mutate({ key: 'reminder', serviceId, version: 2 })
  })

  it('is refused with a sentence where a placeholder is unknown, a time is missing, or somebody was faster', async () => {
    const step = await stepOf(ours, 'reminder')
    const save = (more: object) => ours.caller.customerMessages.saveStep.mutate({ ...step, ...more })
    await expect(save({ smsText: 'Hi {first}' })).rejects.toThrow('is not known')
    await expect(save({ amount: 0 })).rejects.toThrow('how long before')
    await expect(save({ version: 99 })).rejects.toThrow('meanwhile')
    await expect(save({ key: 'nothing' })).rejects.toThrow('does not exist')
    await expect(save({ serviceId: theirs.serviceId })).rejects.toThrow('does not exist')
  })

  it('may be a second reminder, which comes by text two hours before', async () => {
    const { customerMessages } = ours.caller
    await customerMessages.addReminder.mutate({ amount: 2, unit: 'hour' })
    const { id } = await booked(at('14:00', 4), ours, { phone: true })
    expect(await settledOf(ours, id, 4)).toEqual([
      ...['booked email sent', 'reminder email planned', 'reminder sms planned', 'reminder sms planned'],
    ])
    expect((await dueOf(id)).toSorted().at(-1)).toBe(msOf('12:00', 4))
  })
})

describe('after the visit', () => {
  it('a thank-you comes where the office wants it, and “we missed you” is dropped when it was a slip', async () => {
    const { customerMessages } = ours.caller
    for (const event of ['follow_up', 'missed'] as const) {
      const { steps } = await customerMessages.settings.query()
      const { serviceId, key: name, event: _, ...step } = steps.find((each) => each.event === event)!
      await customerMessages.saveStep.mutate({ ...step, key: name, serviceId, isOn: true })
    }
    const customer = await customerOf(ours, 'Done Dan')
    const startsAt = new Date(Math.floor(Date.now() / HOUR_MS - 2) * HOUR_MS).toISOString()
    const { id } = await ours.book(startsAt, { contactId: customer.id, override: true })
    const mark = (version: number, status: 'no_show' | 'done') =>
      ours.caller.appointments.mark.mutate({ key: key(), id, version, status })
    await mark(1, 'no_show')
    await eventually(async () =>
      (await messagesOf(ours, id)).some(({ event, state }) => event === 'missed' && state === 'planned'),
    )
    await mark(2, 'done')
    await eventually(async () => (await messagesOf(ours, id)).some(({ event }) => event === 'follow_up'))
    expect((await messagesOf(ours, id)).map(({ event }) => event)).toEqual(['follow_up'])
    const [thanks] = await messagesOf(ours, id)
    await sweepAt(Date.parse(String(thanks!.dueAt)) + MINUTE_MS)
    await eventually(async () => (await sentBy(ours.officeId)).some(({ subject }) => subject.startsWith('Thank you')))
  })
})

// Last, because a sweep of another day ends the sessions of this one.
describe('the sweep', () => {
  it('leaves what is due to the queue, of every office', async () => {
    const reminders = []
    for (const office of [ours, theirs])
      reminders.push(...(await remindersOf(office, (await booked(at('11:00', 4), office)).id)))
    await sweep(contextWith({ now: () => new Date(msOf('11:01', 3)), jobs: { send: async () => undefined } }))
    const rows = [
      ...(await rowsOf('customer_messages', ours.officeId)),
      ...(await rowsOf('customer_messages', theirs.officeId)),
    ]
    const states = reminders.filter(({ dueAt }) => Date.parse(String(dueAt)) <= msOf('11:01', 3))
    expect(states.length).toBeGreaterThanOrEqual(2)
    for (const { id } of states) expect(rows.find((row) => row.id === id)).toMatchObject({ state: 'queued' })
  })
})
