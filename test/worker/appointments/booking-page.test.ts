import { exports } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { manageToken } from '../../../worker/features/booking/manage-token.ts'
import { OfficeId } from '../../../worker/kernel/ids.ts'
import { at, BERLIN, MONDAY } from '../../support/berlin-days.ts'
import { type Bookable, bookableOffice } from '../../support/bookable.ts'
import { rowsOf } from '../../support/inside.ts'
import { eventually } from '../../support/mails.ts'
import { newPlace, ORIGIN, post } from '../../support/people.ts'
import { service } from '../../support/service-fields.ts'

const SECRET = 'only-for-tests-0123456789abcdef-0123456789'
const MARK = 'Zinnoberkraut'

let office: Bookable
let theirs: Bookable
beforeAll(async () => {
  office = await bookableOffice()
  theirs = await bookableOffice()
})

/** All that any of these doors may say. */
type Body = Record<'sentence' | 'token' | 'status' | 'startsAt' | 'title', string> & {
  alternatives: string[]
  services: unknown[]
  days: { starts: string[] }[]
  mayChange: boolean
}

const get = async (path: string) => {
  const response = await exports.default.fetch(`${ORIGIN}${path}`)
  return { status: response.status, body: (await response.json()) as Body }
}
const send = async (path: string, body: unknown, place?: string) => {
  const response = await post(path, body, place ? { place } : {})
  return { status: response.status, body: (await response.json()) as Body }
}
const form = (startsAt: string, more: object = {}) => ({
  ...{ key: crypto.randomUUID(), serviceId: office.serviceId, startsAt, timeZone: BERLIN },
  ...{ name: 'Gina Guest', email: `${crypto.randomUUID()}@guest.test`, consent: 'I agree to be reminded.' },
  ...more,
})
const bookAt = (startsAt: string, more: object = {}) => send(`/api/book/${office.slug}/book`, form(startsAt, more))
const startsOn = async (daysLater = 0, slug = office.slug) => {
  const from = new Date(Date.parse(MONDAY) + daysLater * 86_400_000).toISOString().slice(0, 10)
  const zone = encodeURIComponent(BERLIN)
  const { body } = await get(
    `/api/book/${slug}/slots?serviceId=${office.serviceId}&from=${from}&days=1&timeZone=${zone}`,
  )
  return body.days[0]!.starts
}

describe('the booking page', () => {
  it('shows what can be booked and who does it, and nothing else', async () => {
    await office.caller.services.add.mutate(
      service({ name: `${MARK} inside`, isPublic: false, staffIds: [office.ownerId] }),
    )
    const { status, body } = await get(`/api/book/${office.slug}`)
    expect(status).toBe(200)
    expect(body.services).toMatchObject([{ name: 'Haircut', staff: [{ id: office.ownerId }] }])
    expect(JSON.stringify(body)).not.toContain(MARK)
    expect(JSON.stringify(body)).not.toContain('@')
    expect((await get('/api/book/nobody-here')).status).toBe(404)
  })

  it('keeps a time while the form is open, books it, and makes the guest a contact with their consent', async () => {
    const filled = form(at('10:00', 1), { phone: '030 901820', note: 'First time' })
    const held = await send(`/api/book/${office.slug}/hold`, filled)
    expect(held).toMatchObject({ status: 200, body: { startsAt: at('10:00', 1) } })
    expect(await startsOn(1)).not.toContain(at('10:00', 1))
    expect((await bookAt(at('10:00', 1))).status).toBe(409)
    const booked = await send(`/api/book/${office.slug}/book`, filled)
    expect(booked).toMatchObject({ status: 200, body: { status: 'confirmed', serviceName: 'Haircut' } })
    const again = await send(`/api/book/${office.slug}/book`, filled)
    expect(again.body.startsAt).toBe(booked.body.startsAt)
    const contact = await eventually(async () => {
      const { rows } = await office.caller.contacts.list.query({ text: 'Gina Guest' })
      return rows[0]
    })
    const counts = await office.caller.appointments.counts.query({ contactId: contact.id })
    expect(counts).toEqual({ coming: 1, done: 0, missed: 0, cancelled: 0, cancelledLate: 0 })
    const consent = await office.caller.contacts.consent.query({ id: contact.id })
    expect(consent.map(({ channel, isGiven }) => [channel, isGiven]).toSorted()).toEqual([
      ['email', true],
      ['sms', true],
    ])
    const { rows } = await office.caller.contacts.timeline.query({ id: contact.id })
    expect(rows.map(({ kind }) => kind)).toContain('appointment_booked')
  })

  it('knows somebody by their mail address', async () => {
    const email = `${crypto.randomUUID()}@known.test`
    const known = await office.caller.contacts.create.mutate({ name: 'Known Kim', email, phone: null })
    await bookAt(at('12:00', 1), { name: 'K.', email: email.toUpperCase() })
    await eventually(async () => {
      const counts = await office.caller.appointments.counts.query({ contactId: known.id })
      return counts.coming === 1
    })
    expect((await rowsOf('contacts', office.officeId)).filter(({ name }) => name === 'K.')).toEqual([])
  })

  it('refuses with a sentence what cannot be booked, and offers what is free without saying with whom', async () => {
    const { status, body } = await bookAt(at('10:30', 1))
    expect(status).toBe(409)
    expect(body.sentence).toContain('just been taken')
    expect(body.alternatives.length).toBeGreaterThan(0)
    expect(JSON.stringify(body)).not.toContain(office.ownerId)
    for (const [more, sentence] of [
      [{ name: ' ' }, 'name'],
      [{ email: null }, 'email address or your phone'],
      [{ email: 'not one' }, 'not an email address'],
      [{ phone: 'call me' }, 'not a phone number'],
      [{ timeZone: 'Mars/Olympus' }, 'time zone'],
      [{ startsAt: at('14:00', 1).replace(':00.000Z', ':07.000Z') }, 'whole minutes'],
    ] as const)
      expect(await bookAt(at('14:00', 1), more)).toMatchObject({
        status: 400,
        body: { sentence: expect.stringContaining(sentence) },
      })
    expect((await bookAt(at('20:00', 1))).body.sentence).toContain('outside')
    expect((await send(`/api/book/${theirs.slug}/book`, form(at('14:00', 1)))).status).toBe(404)
    expect((await bookAt(at('14:00', 1), { staffId: theirs.ownerId })).status).toBe(404)
    expect((await send(`/api/book/${office.slug}/book`, 'x'.repeat(100_000))).status).toBe(413)
  })

  it('asks what the service asks', async () => {
    const question = {
      key: 'q',
      label: 'Which colour?',
      kind: 'choice' as const,
      isRequired: true,
      choices: ['Red', 'Blue'],
    }
    const { id: serviceId } = await office.caller.services.add.mutate(
      service({ name: 'Colour', staffIds: [office.ownerId], questions: [question] }),
    )
    const answered = (text: string | null) =>
      bookAt(at('09:00', 2), { serviceId, answers: text === null ? [] : [{ key: 'q', text }] })
    expect(await answered(null)).toMatchObject({ status: 400, body: { sentence: 'Please answer: Which colour?' } })
    expect((await answered('Green')).status).toBe(400)
    expect((await answered('Red')).status).toBe(200)
    const [row] = await office.caller.appointments.calendar.query({ from: at('09:00', 2), to: at('09:30', 2) })
    expect(row).toMatchObject({ answers: [{ key: 'q', label: 'Which colour?', text: 'Red' }], source: 'booking' })
  })

  it('waits for approval where the service asks for it; until then the time is kept', async () => {
    const { id: serviceId } = await office.caller.services.add.mutate(
      service({ name: 'Bride', staffIds: [office.ownerId], needsApproval: true }),
    )
    expect((await bookAt(at('13:00', 2), { serviceId })).body.status).toBe('requested')
    expect((await bookAt(at('13:00', 2))).status).toBe(409)
    const [row] = await office.caller.appointments.calendar.query({ from: at('13:00', 2), to: at('13:30', 2) })
    const { id, deskVersion: version } = row!
    const key = crypto.randomUUID()
    const confirmed = await office.caller.appointments.mark.mutate({ key, id, version, status: 'confirmed' })
    expect(confirmed.status).toBe('confirmed')
  })

  it('lets nobody take times without end', async () => {
    const place = newPlace()
    const statuses: number[] = []
    for (let n = 0; n < 32; n++)
      statuses.push((await send(`/api/book/${office.slug}/book`, form(at('20:00', 3)), place)).status)
    expect(statuses.slice(0, 30).every((status) => status === 409)).toBe(true)
    expect(statuses.at(-1)).toBe(429)
  })
})

describe('the link in a mail', () => {
  const bookedAt = async (startsAt: string, more: object = {}) => (await bookAt(startsAt, more)).body.token as string

  it('shows the appointment, moves it, and cancels it; twice is fine', async () => {
    const token = await bookedAt(at('09:00', 3))
    expect((await get(`/api/a/${token}`)).body).toMatchObject({
      title: 'Haircut',
      status: 'confirmed',
      mayChange: true,
    })
    const from = new Date(Date.parse(MONDAY) + 3 * 86_400_000).toISOString().slice(0, 10)
    const slots = await get(`/api/a/${token}/slots?from=${from}&days=1&timeZone=${encodeURIComponent(BERLIN)}`)
    // Its own time is no hindrance.
    expect(slots.body.days[0]!.starts).toContain(at('09:30', 3))
    const move = { key: crypto.randomUUID(), startsAt: at('09:30', 3), timeZone: BERLIN }
    expect((await send(`/api/a/${token}/move`, move)).body).toMatchObject({ startsAt: at('09:30', 3) })
    expect((await send(`/api/a/${token}/move`, move)).body).toMatchObject({ startsAt: at('09:30', 3) })
    expect((await send(`/api/a/${token}/cancel`, { why: 'Ill' })).body.status).toBe('cancelled')
    expect((await send(`/api/a/${token}/cancel`, {})).body.status).toBe('cancelled')
    expect((await get(`/api/a/${token}`)).body).toMatchObject({ status: 'cancelled', mayChange: false })
    expect(await startsOn(3)).toContain(at('09:30', 3))
  })

  it('changes nothing by being looked at', async () => {
    const token = await bookedAt(at('11:00', 3))
    for (const path of ['move', 'cancel']) expect((await get(`/api/a/${token}/${path}`)).status).toBe(404)
    expect((await get(`/api/a/${token}`)).body.status).toBe('confirmed')
  })

  it('is refused after the cut-off, with whom to turn to', async () => {
    const { id: serviceId } = await office.caller.services.add.mutate(
      service({ name: 'Strict', staffIds: [office.ownerId], cutOffMinutes: 90 * 24 * 60 }),
    )
    const token = await bookedAt(at('13:00', 3), { serviceId })
    expect((await get(`/api/a/${token}`)).body.mayChange).toBe(false)
    expect(await send(`/api/a/${token}/cancel`, {})).toMatchObject({
      status: 409,
      body: { sentence: expect.stringContaining('too late') },
    })
  })

  it('opens nothing when a letter of it is changed, when it is old, or of another office', async () => {
    const token = await bookedAt(at('15:00', 3))
    const parts = token.split('~')
    const changed = (at: number, to: string) => parts.map((part, n) => (n === at ? to : part)).join('~')
    const appointmentId = parts[1]!
    const officeId = OfficeId.parse(office.officeId)
    const past = new Date(Date.now() - 900 * 86_400_000)
    const forged = [
      changed(0, theirs.officeId),
      changed(1, crypto.randomUUID()),
      changed(2, 'read'),
      changed(4, 'zzzzzzzzz'),
      changed(5, 'k2'),
      changed(
        6,
        parts[6]!.replace(/^./, (letter) => (letter === 'a' ? 'b' : 'a')),
      ),
      `${token}~more`,
      'nonsense',
      await manageToken(SECRET, { officeId, appointmentId }, past),
      await manageToken('another secret', { officeId, appointmentId }, new Date()),
      await manageToken(SECRET, { officeId: OfficeId.parse(theirs.officeId), appointmentId }, new Date()),
    ]
    for (const each of forged) {
      expect((await get(`/api/a/${each}`)).status, each).toBe(404)
      expect((await send(`/api/a/${each}/cancel`, {})).status).toBe(404)
    }
    expect((await get(`/api/a/${token}`)).body.status).toBe('confirmed')
  })
})
