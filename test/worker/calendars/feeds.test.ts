import { exports } from 'cloudflare:workers'
import { convertIcsCalendar } from 'ts-ics'
import { beforeAll, describe, expect, it } from 'vitest'
import { at } from '../../support/berlin-days.ts'
import { type Bookable, bookableOffice, refusalOf } from '../../support/bookable.ts'
import { colleagueOf, rowsOf } from '../../support/inside.ts'
import { ORIGIN, type Person } from '../../support/people.ts'

let ours: Bookable
let theirs: Bookable
let staff: Person
beforeAll(async () => {
  ours = await bookableOffice()
  theirs = await bookableOffice()
  staff = await colleagueOf(ours.owner, ours.officeId, 'staff')
})

const look = (address: string, headers: Record<string, string> = {}) =>
  exports.default.fetch(`${ORIGIN}${new URL(address).pathname}`, { headers })
const read = async (address: string) => convertIcsCalendar(undefined, await (await look(address)).text())
const make = async (office: Bookable, privacy: 'full' | 'service' | 'busy', who: object = { userId: office.ownerId }) =>
  (await office.caller.calendars.makeFeed.mutate({ ...who, privacy })).address

describe('a calendar’s secret address', () => {
  it('shows a member’s appointments as a library reads them, with as much as its privacy lets out', async () => {
    const contact = await ours.caller.contacts.create.mutate({ name: 'Mara Stein', email: null, phone: null })
    const booked = await ours.book(at('10:00'), { contactId: contact.id, title: 'Long cut', note: 'Allergic' })
    const cancelled = await ours.book(at('12:00'))
    await ours.caller.appointments.cancel.mutate({ key: crypto.randomUUID(), id: cancelled.id })
    const address = await make(ours, 'full')
    const { events, method } = await read(address)
    expect(method).toBe('PUBLISH')
    expect(events).toHaveLength(1)
    expect(events![0]).toMatchObject({ summary: 'Long cut – Mara Stein', start: { date: new Date(at('10:00')) } })
    expect(events![0]!.uid).toContain(booked.id)
    expect(await (await look(address)).text()).not.toContain('Allergic')
    await ours.caller.calendars.changePrivacy.mutate({ userId: ours.ownerId, privacy: 'service' })
    expect((await read(address)).events).toMatchObject([{ summary: 'Haircut' }])
    await ours.caller.calendars.changePrivacy.mutate({ userId: ours.ownerId, privacy: 'busy' })
    const text = await (await look(address)).text()
    expect(text).toContain('SUMMARY:Busy')
    expect(text).not.toContain('Haircut')
  })

  it('says that nothing changed as long as nothing did', async () => {
    const address = await make(theirs, 'full')
    const first = await look(address)
    const etag = first.headers.get('etag')!
    expect(first.headers.get('content-type')).toContain('text/calendar')
    expect(first.headers.get('cache-control')).toContain('private')
    expect((await look(address, { 'if-none-match': etag })).status).toBe(304)
    expect((await look(address, { 'if-none-match': `W/${etag}, "other"` })).status).toBe(304)
    await theirs.book(at('10:00'))
    const second = await look(address, { 'if-none-match': etag })
    expect([second.status, second.headers.get('etag') === etag]).toEqual([200, false])
  })

  it('is stored as a hash alone, replaced by a new one, and leads nowhere once taken back', async () => {
    const address = await make(ours, 'busy')
    const token = /calendar\/(.+)\.ics$/.exec(address)![1]!
    expect(JSON.stringify(await rowsOf('calendar_feeds', ours.officeId))).not.toContain(token)
    const next = await make(ours, 'busy')
    expect([(await look(address)).status, (await look(next)).status]).toEqual([404, 200])
    await ours.caller.calendars.revokeFeed.mutate({ userId: ours.ownerId })
    expect((await look(next)).status).toBe(404)
    expect(await refusalOf(ours.caller.calendars.revokeFeed.mutate({ userId: ours.ownerId }))).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it.each(['x', 'a'.repeat(52), '..%2F..', 'a'.repeat(5000)])(
    'that nobody was given (%#) leads nowhere',
    async (token) => {
      expect((await look(`${ORIGIN}/calendar/${token}.ics`)).status).toBe(404)
    },
  )

  it('of a room shows what is booked in it, and ends with it', async () => {
    const office = await bookableOffice({ resources: [{ kind: 'room', quantity: 1 }] })
    await office.caller.resources.add.mutate({ kind: 'room', name: 'Blue room' })
    const [room] = await office.caller.resources.list.query()
    await office.book(at('10:00'))
    const address = await make(office, 'full', { resourceId: room!.id })
    expect((await read(address)).events).toMatchObject([{ summary: 'Haircut', location: 'Blue room' }])
    expect(await office.caller.calendars.feeds.query()).toMatchObject([{ userId: null, resourceId: room!.id }])
    await office.caller.resources.remove.mutate({ id: room!.id })
    expect((await look(address)).status).toBe(404)
  })

  it('of a member ends when they leave, and does not come back with them', async () => {
    const office = await bookableOffice()
    const colleague = await colleagueOf(office.owner, office.officeId, 'staff')
    const { members } = await office.caller.office.members.query()
    const { userId } = members.find(({ email }) => email === colleague.email)!
    const { address } = await colleague.caller.calendars.makeFeed.mutate({ userId, privacy: 'full' })
    expect((await look(address)).status).toBe(200)
    await office.caller.office.removeMember.mutate({ userId })
    expect((await look(address)).status).toBe(404)
    expect(await rowsOf('calendar_feeds', office.officeId)).toEqual([])
  })

  it('is made by whose calendar it is, or an owner, and for nobody of another office', async () => {
    const privacy = 'full' as const
    const makeFeed = (person: Person, who: object) => person.caller.calendars.makeFeed.mutate({ ...who, privacy })
    expect(await refusalOf(makeFeed(staff, { userId: ours.ownerId }))).toMatchObject({ code: 'FORBIDDEN' })
    expect(await refusalOf(makeFeed(ours.owner, { userId: theirs.ownerId }))).toMatchObject({ code: 'NOT_FOUND' })
    expect(await refusalOf(makeFeed(ours.owner, {}))).toMatchObject({ code: 'BAD_REQUEST' })
    const viewer = await colleagueOf(ours.owner, ours.officeId, 'viewer')
    expect(await refusalOf(makeFeed(viewer, { userId: ours.ownerId }))).toMatchObject({ code: 'FORBIDDEN' })
  })
})
