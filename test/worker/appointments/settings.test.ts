import { beforeAll, describe, expect, it } from 'vitest'
import { weekdays } from '../../support/berlin-days.ts'
import { type Bookable, bookableOffice, refusalOf } from '../../support/bookable.ts'
import { colleagueOf } from '../../support/inside.ts'
import type { Person } from '../../support/people.ts'
import { service } from '../../support/service-fields.ts'

let ours: Bookable
let theirs: Bookable
let staff: Person
beforeAll(async () => {
  ours = await bookableOffice()
  theirs = await bookableOffice()
  staff = await colleagueOf(ours.owner, ours.officeId, 'staff')
})

describe('services', () => {
  it('are added, changed, ordered and put away by an owner, each a step that can be taken back', async () => {
    const { services, acts } = ours.caller
    const names = async () => (await services.list.query()).map(({ name }) => name)
    const added = await services.add.mutate(service({ name: 'Shave', staffIds: [ours.ownerId], mostPerDay: 4 }))
    expect(await names()).toEqual(['Haircut', 'Shave'])
    await services.move.mutate({ id: added.id, direction: 'up' })
    expect(await names()).toEqual(['Shave', 'Haircut'])
    const [shave] = await services.list.query()
    const { id, version, ...fields } = shave!
    const changed = await services.change.mutate({ ...fields, id, version, name: 'Beard', staffIds: [] })
    expect((await services.list.query())[0]).toMatchObject({ name: 'Beard', staffIds: [], mostPerDay: 4 })
    const stale = services.change.mutate({ ...fields, id, version, name: 'Mine' })
    expect(await refusalOf(stale)).toMatchObject({ code: 'CONFLICT' })
    await acts.undo.mutate({ id: changed.actId })
    expect((await services.list.query())[0]).toMatchObject({ name: 'Shave', staffIds: [ours.ownerId] })
    const removed = await services.remove.mutate({ id })
    expect(await names()).toEqual(['Haircut'])
    await acts.undo.mutate({ id: removed.actId })
    expect(await names()).toEqual(['Shave', 'Haircut'])
  })

  it('are not for staff to change, nor for another office to see', async () => {
    expect(await refusalOf(staff.caller.services.add.mutate(service()))).toMatchObject({ code: 'FORBIDDEN' })
    const remove = theirs.caller.services.remove.mutate({ id: ours.serviceId })
    expect(await refusalOf(remove)).toMatchObject({ code: 'NOT_FOUND' })
    const foreign = ours.caller.services.add.mutate(service({ staffIds: [theirs.ownerId] }))
    expect(await refusalOf(foreign)).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('hours', () => {
  const week = (
    windows: Parameters<typeof ours.caller.hours.setWeek.mutate>[0]['windows'],
    timeZone: string | null = null,
  ) => ours.caller.hours.setWeek.mutate({ userId: ours.ownerId, timeZone, windows })
  const monday = (start: string, end: string, overMidnight = false) => ({ day: 1, start, end, overMidnight })

  it('are refused with a sentence when they cannot be', async () => {
    for (const [windows, sentence] of [
      [[monday('17:00', '09:00')], 'ends before it starts'],
      [[monday('09:00', '09:00')], 'ends before it starts'],
      [[monday('09:00', '17:00', true)], 'more than a day'],
      [[monday('09:00', '12:00'), monday('11:00', '15:00')], 'overlap'],
      [[monday('22:00', '03:00', true), { ...monday('02:00', '05:00'), day: 2 }], 'overlap'],
      [
        [
          { ...monday('22:00', '03:00', true), day: 6 },
          { ...monday('02:00', '05:00'), day: 0 },
        ],
        'overlap',
      ],
      [[monday('24:00', '05:00')], '24:00'],
      [[monday('9:00', '17:00')], 'time of day'],
      [[monday('09:00', '25:00')], 'time of day'],
    ] as const)
      expect(await refusalOf(week([...windows]))).toMatchObject({
        code: 'BAD_REQUEST',
        message: expect.stringContaining(sentence),
      })
    expect(await refusalOf(week([monday('09:00', '17:00')], 'Mars/Olympus'))).toMatchObject({
      message: expect.stringContaining('not known'),
    })
  })

  it('may be a whole day, go on after midnight, and lie on another zone’s clock', async () => {
    const office = await bookableOffice()
    const { hours } = office.caller
    await hours.setWeek.mutate({ userId: null, windows: [{ day: 1, start: '00:00', end: '24:00' }] })
    expect((await office.slotsOn()).slots).toHaveLength(47)
    await hours.setWeek.mutate({
      userId: null,
      windows: [{ day: 1, start: '22:00', end: '02:00', overMidnight: true }],
    })
    expect((await office.slotsOn()).slots).toHaveLength(4)
    expect((await office.slotsOn(1)).slots).toHaveLength(3)
    const newYork = { userId: office.ownerId, timeZone: 'America/New_York', windows: weekdays('09:00', '17:00') }
    await hours.setWeek.mutate(newYork)
    const [first] = (await office.slotsOn()).slots
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'America/New_York', timeStyle: 'short' })
    expect(clock.format(new Date(first!.startsAt))).toBe('09:00')
    expect((await hours.read.query()).weekly).toHaveLength(2)
    const { actId } = await hours.followOffice.mutate({ userId: office.ownerId })
    expect((await hours.read.query()).weekly).toHaveLength(1)
    await office.caller.acts.undo.mutate({ id: actId! })
    expect((await hours.read.query()).weekly).toHaveLength(2)
  })

  it('give way to dates, holidays and time off, and come back', async () => {
    const office = await bookableOffice()
    const { hours, acts } = office.caller
    const date = (await office.slotsOn()).date
    await hours.setDate.mutate({ userId: null, date, windows: [{ start: '10:00', end: '12:00' }] })
    expect((await office.slotsOn()).slots).toHaveLength(3)
    await hours.setDate.mutate({ userId: null, date, windows: [] })
    expect((await office.slotsOn()).why).toBe('closed')
    await hours.clearDate.mutate({ userId: null, date })
    expect((await office.slotsOn()).slots).toHaveLength(15)
    const off = await hours.addTimeOff.mutate({ userId: office.ownerId, fromOn: date, toOn: date, title: 'Sea' })
    expect((await office.slotsOn()).why).toBe('closed')
    await acts.undo.mutate({ id: off.actId })
    expect((await office.slotsOn()).slots).toHaveLength(15)
    const holiday = await hours.addTimeOff.mutate({ userId: null, fromOn: date, toOn: date })
    expect((await office.slotsOn()).why).toBe('closed')
    await hours.removeTimeOff.mutate({ id: holiday.id })
    expect((await office.slotsOn()).slots).toHaveLength(15)
    const backwards = hours.addTimeOff.mutate({ userId: null, fromOn: '2027-02-02', toOn: '2027-02-01' })
    expect(await refusalOf(backwards)).toMatchObject({ message: expect.stringContaining('ends before it starts') })
  })

  it('of a member of another office are not found', async () => {
    const foreign = ours.caller.hours.setWeek.mutate({ userId: theirs.ownerId, windows: [] })
    expect(await refusalOf(foreign)).toMatchObject({ code: 'NOT_FOUND' })
  })
})
