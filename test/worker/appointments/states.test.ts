import { beforeAll, describe, expect, it } from 'vitest'
import { commit } from '../../../db/queries/plan.ts'
import { planRequest } from '../../../worker/features/appointments/plan-request.ts'
import { at, BERLIN } from '../../support/berlin-days.ts'
import { type Bookable, bookableOffice, refusalOf } from '../../support/bookable.ts'
import { insideOf, rowsOf } from '../../support/inside.ts'

let ours: Bookable
let theirs: Bookable
beforeAll(async () => {
  ours = await bookableOffice()
  theirs = await bookableOffice()
})

const key = () => crypto.randomUUID()
const contactOf = (office: Bookable, name: string) =>
  office.caller.contacts.create.mutate({ name, email: null, phone: null })
/** An appointment that began an hour ago, written in by a member. */
const begun = (contactId: string | null = null, hoursAgo = 2) => {
  const startsAt = new Date(Math.floor(Date.now() / 60_000) * 60_000 - hoursAgo * 3_600_000).toISOString()
  return ours.book(startsAt, { contactId, override: true })
}

describe('an appointment', () => {
  it('can be arrived, done or missed once it began, and each be put right; its contact has the counts', async () => {
    const contact = await contactOf(ours, 'Counted Carl')
    const { id } = await begun(contact.id)
    const mark = (version: number, status: 'confirmed' | 'arrived' | 'done' | 'no_show') =>
      ours.caller.appointments.mark.mutate({ key: key(), id, version, status })
    const counts = () => ours.caller.appointments.counts.query({ contactId: contact.id })
    await mark(1, 'arrived')
    await mark(2, 'no_show')
    expect(await counts()).toMatchObject({ missed: 1, done: 0 })
    await mark(3, 'confirmed')
    await mark(4, 'done')
    expect(await counts()).toMatchObject({ missed: 0, done: 1 })
    expect(await refusalOf(mark(4, 'arrived'))).toMatchObject({ message: expect.stringContaining('meanwhile') })
    const { rows } = await ours.caller.contacts.timeline.query({ id: contact.id })
    expect(rows.map(({ kind }) => kind).filter((kind) => kind.startsWith('appointment'))).toEqual([
      ...[
        'appointment_done',
        'appointment_reopened',
        'appointment_missed',
        'appointment_arrived',
        'appointment_booked',
      ],
    ])
    expect(rows[0]!.by).toMatchObject({ kind: 'member', userId: ours.ownerId })
  })

  it('cannot be missed before it began', async () => {
    const { id } = await ours.book(at('09:00'))
    const early = ours.caller.appointments.mark.mutate({ key: key(), id, version: 1, status: 'no_show' })
    expect(await refusalOf(early)).toMatchObject({ message: expect.stringContaining('not begun') })
  })

  it('that the customer called off too late is counted as that; one that the office called off is not', async () => {
    const contact = await contactOf(ours, 'Late Lea')
    const first = await begun(contact.id, 4)
    await ours.caller.appointments.cancel.mutate({ key: key(), id: first.id, why: 'Forgot', customerAsked: true })
    const second = await ours.book(at('11:00', 1), { contactId: contact.id })
    await ours.caller.appointments.cancel.mutate({ key: key(), id: second.id, why: 'Burst pipe' })
    expect(await ours.caller.appointments.counts.query({ contactId: contact.id })).toEqual({
      ...{ coming: 0, done: 0, missed: 0, cancelled: 2, cancelledLate: 1 },
    })
    const { rows } = await ours.caller.contacts.timeline.query({ id: contact.id })
    expect(rows[0]).toMatchObject({ kind: 'appointment_cancelled', changes: [{ field: 'Why', after: 'Burst pipe' }] })
  })

  it('that was moved tells from when to when, and its move is taken back through the desk or not at all', async () => {
    const contact = await contactOf(ours, 'Moved Mia')
    const { id } = await ours.book(at('09:00', 2), { contactId: contact.id })
    const move = (version: number, startsAt: string) =>
      ours.caller.appointments.move.mutate({ key: key(), id, version, startsAt, timeZone: BERLIN })
    expect(await move(1, at('11:00', 2))).toMatchObject({ version: 2 })
    const { rows } = await ours.caller.contacts.timeline.query({ id: contact.id })
    expect(rows[0]!.changes).toMatchObject([{ field: 'Time', before: expect.stringContaining('09:00') }])
    const back = await ours.caller.appointments.takeBack.mutate({ key: key(), id, version: 2 })
    expect(new Date(back.startsAt).toISOString()).toBe(at('09:00', 2))
    await move(3, at('13:00', 2))
    await ours.book(at('09:00', 2))
    const taken = ours.caller.appointments.takeBack.mutate({ key: key(), id, version: 4 })
    expect(await refusalOf(taken)).toMatchObject({ message: expect.stringContaining('just been taken') })
  })

  it('that lies ahead keeps its contact out of the trash, where it would take time unseen', async () => {
    const contact = await contactOf(ours, 'Staying Stan')
    const { id } = await ours.book(at('15:00', 3), { contactId: contact.id })
    const discard = () => ours.caller.trash.discard.mutate({ record: 'contact', id: contact.id })
    expect(await refusalOf(discard())).toMatchObject({ message: expect.stringContaining('still an appointment ahead') })
    await ours.caller.appointments.cancel.mutate({ key: key(), id })
    expect(await discard()).toMatchObject({ title: expect.stringContaining('Staying Stan') })
  })

  it('of another office is not found, whatever is asked of it', async () => {
    const { id } = await ours.book(at('15:00', 2))
    const { appointments } = theirs.caller
    const zone = { timeZone: BERLIN, startsAt: at('09:00', 3) }
    for (const call of [
      () => appointments.byId.query({ id }),
      () => appointments.move.mutate({ key: key(), id, version: 1, ...zone }),
      () => appointments.cancel.mutate({ key: key(), id }),
      () => appointments.mark.mutate({ key: key(), id, version: 1, status: 'arrived' }),
      () => appointments.takeBack.mutate({ key: key(), id, version: 1 }),
      () => theirs.book(at('09:00', 3), { serviceId: ours.serviceId }),
      () => theirs.book(at('09:00', 3), { staffIds: [ours.ownerId] }),
      () => theirs.book(at('09:00', 3), { wishId: id }),
    ])
      expect(await refusalOf(call())).toMatchObject({ code: 'NOT_FOUND' })
    expect((await rowsOf('appointments', theirs.officeId)).length).toBe(0)
  })

  it('that is a wish is agreed by booking it, under the id and for the contact it has', async () => {
    const contact = await contactOf(ours, 'Wishing Will')
    const needs = await insideOf(ours.officeId)
    const id = needs.newId()
    const by = { kind: 'assistant' as const, suggestionId: id }
    const fields = { id, title: 'Trim', service: null, wantedOn: null, wantedAt: null, contactId: contact.id }
    await commit(needs.db, planRequest(needs, { ...fields, conversationId: null, source: 'assistant', by }))
    const early = ours.caller.appointments.move.mutate({
      ...{ key: key(), id, version: 1, startsAt: at('09:00', 4), timeZone: BERLIN },
    })
    expect(await refusalOf(early)).toMatchObject({ message: expect.stringContaining('book it first') })
    const booked = await ours.book(at('09:00', 4), { wishId: id })
    expect(booked).toMatchObject({ id, status: 'confirmed' })
    const [row] = await ours.caller.appointments.list.query({ contactId: contact.id })
    expect(row).toMatchObject({ id, title: 'Trim', status: 'confirmed', source: 'assistant', deskVersion: 1 })
    expect(await refusalOf(ours.book(at('11:00', 4), { wishId: id }))).toMatchObject({ code: 'CONFLICT' })
  })
})
