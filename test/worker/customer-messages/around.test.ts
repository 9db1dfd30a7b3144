import { beforeAll, describe, expect, it } from 'vitest'
import { at, BERLIN } from '../../support/berlin-days.ts'
import { type Bookable, bookableOffice, refusalOf } from '../../support/bookable.ts'
import { rowsOf } from '../../support/inside.ts'
import { eventually } from '../../support/mails.ts'
import { post } from '../../support/people.ts'
import { service } from '../../support/service-fields.ts'
import { calendarIn, customerOf, key, messagesOf, sentBy, settledOf } from './office.ts'

let ours: Bookable
let theirs: Bookable
beforeAll(async () => {
  ours = await bookableOffice()
  theirs = await bookableOffice()
})

const sentTo = async (address: string, office = ours) =>
  (await sentBy(office.officeId)).filter((row) => row.to_address === address)

describe('whoever has an appointment', () => {
  it('is told that it is booked, by mail, with an invitation for their calendar and a link to change it', async () => {
    const customer = await customerOf(ours, 'Booked Bea')
    const { id } = await ours.book(at('09:00'), { contactId: customer.id })
    expect(await settledOf(ours, id, 2)).toEqual(['booked email sent', 'reminder email planned'])
    const [mail, ...more] = await sentTo(customer.email)
    expect(more).toEqual([])
    expect(mail!.text).toContain('Hello Booked Bea,')
    expect(mail!.text).toContain('What: Haircut')
    expect(mail!.text).toMatch(/When: Monday \d+ \w+ at 09:00/)
    expect(mail!.text).not.toMatch(/[{}]|Where:/)
    expect(mail!.text).toMatch(/This is possible until Sunday \d+ \w+ at 09:00\./)
    const link = mail!.text.match(/\/a\/(\S+)/)![1]!
    const { type, method, calendar } = await calendarIn(mail!)
    expect([type, method, calendar.method]).toEqual(['text/calendar', 'REQUEST', 'REQUEST'])
    const [event] = calendar.events!
    expect(event!.start.date.toISOString()).toBe(at('09:00'))
    expect(event!.uid).toContain(id)
    expect(event!.attendees).toMatchObject([{ email: customer.email }])
    expect(event!.url).toContain(link)
    expect(JSON.stringify(calendar)).not.toContain(ours.owner.email)
  })

  it('is told of a move, which their calendar takes for the same event; the reminder goes along', async () => {
    const customer = await customerOf(ours, 'Moved Mo')
    const { id } = await ours.book(at('11:00'), { contactId: customer.id })
    await settledOf(ours, id, 2)
    await ours.caller.appointments.move.mutate({
      key: key(),
      id,
      version: 1,
      startsAt: at('13:00', 1),
      timeZone: BERLIN,
    })
    await eventually(async () => (await sentTo(customer.email)).length === 2)
    const rows = await eventually(async () => {
      const all = await messagesOf(ours, id)
      return all.filter(({ event }) => event === 'reminder').length === 1 && all
    })
    expect(rows.find(({ event }) => event === 'reminder')!.startsAt.toString()).toContain(at('13:00', 1).slice(0, 10))
    const [first, second] = (await sentTo(customer.email)).toSorted((one, other) => one.id.localeCompare(other.id))
    const [before, after] = [await calendarIn(first!), await calendarIn(second!)]
    expect(after.calendar.events![0]!.uid).toBe(before.calendar.events![0]!.uid)
    // The reader leaves out a sequence of nought.
    expect(after.calendar.events![0]!.sequence).toBeGreaterThan(before.calendar.events![0]!.sequence ?? 0)
    expect(after.calendar.events![0]!.start.date.toISOString()).toBe(at('13:00', 1))
  })

  it('is told that it is cancelled, so that it leaves their calendar, and is reminded of nothing', async () => {
    const customer = await customerOf(ours, 'Cancelled Cy')
    const { id } = await ours.book(at('14:00'), { contactId: customer.id })
    await settledOf(ours, id, 2)
    await ours.caller.appointments.cancel.mutate({ key: key(), id, why: 'Zinnober: the boss is ill' })
    const mail = await eventually(async () =>
      (await sentTo(customer.email)).find(({ subject }) => subject.includes('cancelled')),
    )
    expect(mail.text).not.toContain('Zinnober')
    const { method, calendar } = await calendarIn(mail)
    expect(method).toBe('CANCEL')
    expect(calendar.events).toMatchObject([{ status: 'CANCELLED' }])
    expect(await settledOf(ours, id)).toEqual(['booked email sent', 'cancelled email sent'])
  })

  it('hears nothing of what was booked and called off before they were told', async () => {
    const nobody = await ours.book(at('15:00'))
    await ours.caller.appointments.cancel.mutate({ key: key(), id: nobody.id })
    await eventually(async () =>
      (await rowsOf('outbox', ours.officeId)).every(
        ({ status, job }) => status === 'done' || !String(job).includes(nobody.id),
      ),
    )
    expect(await messagesOf(ours, nobody.id)).toEqual([])
  })

  it('and asked for it on the booking page is told of the request, and of the answer', async () => {
    const { id: serviceId } = await ours.caller.services.add.mutate(
      service({ name: 'Bride', staffIds: [ours.ownerId], needsApproval: true }),
    )
    const ask = async (startsAt: string) => {
      const email = `${key()}@guest.test`
      const form = { key: key(), serviceId, startsAt, timeZone: BERLIN, name: 'Gina Guest', email, consent: 'Yes.' }
      expect((await post(`/api/book/${ours.slug}/book`, form)).status).toBe(200)
      const [mail] = await eventually(async () => {
        const found = await sentTo(email)
        return found.length > 0 && found
      })
      const rows = await ours.caller.appointments.calendar.query({ from: startsAt, to: at('17:00', 3) })
      return {
        email,
        mail: mail!,
        row: rows.find((each) => each.startsAt?.toString() === rows[0]!.startsAt?.toString())!,
      }
    }
    const one = await ask(at('10:00', 2))
    expect(one.mail.subject).toContain('We have your request')
    expect(JSON.parse(one.mail.attachments)).toEqual([])
    await ours.caller.appointments.mark.mutate({ key: key(), id: one.row.id, version: 1, status: 'confirmed' })
    const yes = await eventually(async () =>
      (await sentTo(one.email)).find(({ subject }) => subject.includes('confirmed')),
    )
    expect((await calendarIn(yes)).method).toBe('REQUEST')
    const other = await ask(at('12:00', 2))
    await ours.caller.appointments.cancel.mutate({ key: key(), id: other.row.id })
    const no = await eventually(async () =>
      (await sentTo(other.email)).find(({ subject }) => subject.includes('About')),
    )
    expect(no.text).toContain('We are sorry')
    expect(JSON.parse(no.attachments)).toEqual([])
  })

  it('is written to by text where no mail address is known, and it stands in their timeline', async () => {
    const customer = await customerOf(ours, 'Texted Tex', { email: false, phone: true })
    const { id } = await ours.book(at('09:00', 3), { contactId: customer.id })
    expect(await settledOf(ours, id, 2)).toEqual(['booked sms sent', 'reminder sms planned'])
    expect(await sentTo(customer.phone)).toMatchObject([{ channel: 'sms', subject: '' }])
    const { rows } = await ours.caller.contacts.timeline.query({ id: customer.id })
    expect(rows.map(({ kind, title }) => [kind, title])).toContainEqual(['appointment_told', 'Booked, by text message'])
  })

  it('and cannot be reached is shown as not told, with the reason', async () => {
    const customer = await customerOf(ours, 'Far Away', { email: false })
    const { id } = await ours.book(at('11:00', 3), { contactId: customer.id })
    expect(await settledOf(ours, id)).toEqual(['booked email skipped'])
    expect(await messagesOf(ours, id)).toMatchObject([{ why: 'No mail address of theirs is known.' }])
  })

  it('of another office is neither seen nor written to from here', async () => {
    const customer = await customerOf(theirs, 'Other Olga')
    const { id } = await theirs.book(at('09:00'), { contactId: customer.id })
    await settledOf(theirs, id, 2)
    expect(await sentTo(customer.email)).toEqual([])
    expect(await sentTo(customer.email, theirs)).toHaveLength(1)
    expect(await refusalOf(messagesOf(ours, id))).toMatchObject({ code: 'NOT_FOUND' })
    const [row] = await messagesOf(theirs, id)
    const again = ours.caller.customerMessages.sendAgain.mutate({ id: row!.id })
    expect(await refusalOf(again)).toMatchObject({ code: 'NOT_FOUND' })
  })
})
