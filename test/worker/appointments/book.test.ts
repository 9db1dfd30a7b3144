import { beforeAll, describe, expect, it } from 'vitest'
import { at, BERLIN, MONDAY, weekdays } from '../../support/berlin-days.ts'
import { type Bookable, bookableOffice, refusalOf } from '../../support/bookable.ts'
import { rowsOf } from '../../support/inside.ts'

let ours: Bookable
let theirs: Bookable
beforeAll(async () => {
  ours = await bookableOffice()
  theirs = await bookableOffice()
})

describe('a service that can be booked', () => {
  it('is offered within the hours, on its grid, until it is booked; then it stands in the calendar', async () => {
    const before = await ours.slotsOn()
    expect(before.why).toBeNull()
    expect(before.slots.map(({ startsAt }) => String(startsAt))[0]).toBe(at('09:00'))
    expect(before.slots).toHaveLength(15)
    const booked = await ours.book(at('10:00'), { note: 'Bring the key' })
    expect(booked).toMatchObject({ status: 'confirmed', version: 1, staffIds: [ours.ownerId] })
    const after = await ours.slotsOn()
    expect(after.slots.map(({ startsAt }) => String(startsAt))).not.toContain(at('10:30'))
    expect(after.slots.map(({ startsAt }) => String(startsAt))).toContain(at('11:00'))
    const calendar = await ours.caller.appointments.calendar.query({ from: at('00:00'), to: at('23:00') })
    expect(calendar).toMatchObject([{ id: booked.id, title: 'Haircut', note: 'Bring the key', deskVersion: 1 }])
    expect(await theirs.caller.appointments.calendar.query({ from: at('00:00'), to: at('23:00') })).toEqual([])
    expect((await theirs.slotsOn()).slots).toHaveLength(15)
  })

  it('is one appointment, however often the same form is sent', async () => {
    const key = crypto.randomUUID()
    const answers = await Promise.all([1, 2, 3].map(() => ours.book(at('13:00'), { key })))
    answers.push(await ours.book(at('13:00'), { key }))
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
    expect((await rowsOf('appointments', ours.officeId)).filter(({ id }) => id === answers[0]!.id)).toHaveLength(1)
    expect(await refusalOf(ours.book(at('15:00'), { key }))).toMatchObject({ code: 'CONFLICT' })
  })

  it('is refused where it is taken, with the free times around it', async () => {
    const office = await bookableOffice()
    await office.book(at('10:00'))
    const refusal = await refusalOf(office.book(at('10:30')))
    expect(refusal).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('just been taken') })
    const offered = refusal.alternatives!.map(({ startsAt }) => new Date(startsAt).toISOString())
    expect(offered).toContain(at('09:00'))
    expect(offered).toContain(at('11:00'))
    // A member may go past the hours, and never over another appointment.
    expect(await refusalOf(office.book(at('10:30'), { override: true }))).toMatchObject({ code: 'CONFLICT' })
    expect(await refusalOf(office.book(at('20:00')))).toMatchObject({ message: expect.stringContaining('outside') })
    expect(await office.book(at('20:00'), { override: true })).toMatchObject({ status: 'confirmed' })
  })
})

describe('a day without free times says why', () => {
  it('closed, full, too soon or beyond the horizon', async () => {
    const office = await bookableOffice({ noticeMinutes: 24 * 60, horizonDays: 30 })
    expect((await office.slotsOn(5)).why).toBe('closed')
    await office.caller.appointments.block.mutate({
      key: crypto.randomUUID(),
      title: 'Training',
      staffIds: [office.ownerId],
      startsAt: at('08:00', 1),
      endsAt: at('18:00', 1),
    })
    expect((await office.slotsOn(1)).why).toBe('full')
    const yesterday = new Date(Date.now() - 24 * 3_600_000).toISOString().slice(0, 10)
    const ask = { serviceId: office.serviceId, timeZone: BERLIN }
    await office.caller.hours.setWeek.mutate({
      userId: null,
      windows: [0, 1, 2, 3, 4, 5, 6].map((day) => ({ day, start: '00:00', end: '24:00' })),
    })
    const { days } = await office.caller.appointments.slots.query({ ...ask, from: yesterday, days: 2 })
    expect(days.map(({ why }) => why)).toEqual(['too_soon', 'too_soon'])
    const far = new Date(Date.parse(MONDAY) + 35 * 24 * 3_600_000).toISOString().slice(0, 10)
    expect((await office.caller.appointments.slots.query({ ...ask, from: far, days: 1 })).days[0]!.why).toBe(
      'beyond_horizon',
    )
  })

  it('sees hours that were edited while the page was open', async () => {
    const office = await bookableOffice()
    expect((await office.slotsOn()).slots).toHaveLength(15)
    await office.caller.hours.setWeek.mutate({ userId: null, windows: weekdays('13:00', '15:00') })
    expect(await refusalOf(office.book(at('10:00')))).toMatchObject({ message: expect.stringContaining('outside') })
    expect((await office.slotsOn()).slots).toHaveLength(3)
  })
})
