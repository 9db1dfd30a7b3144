import { env, exports } from 'cloudflare:workers'
import { createHmac } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { Stopped } from '../../../worker/kernel/stopped.ts'
import { at } from '../../support/berlin-days.ts'
import { type Bookable, bookableOffice } from '../../support/bookable.ts'
import { rowsOf } from '../../support/inside.ts'
import { eventually } from '../../support/mails.ts'
import { ORIGIN } from '../../support/people.ts'
import { customerOf, key, MINUTE_MS, messagesOf, sentBy, settledOf, sweepAt } from './office.ts'

const TOKEN = 'only-for-tests-twilio'
let ours: Bookable
let theirs: Bookable
beforeAll(async () => {
  ours = await bookableOffice()
  theirs = await bookableOffice()
})

/** Twilio knocks, with a signature over the public address and the fields. */
async function knock(fields: Record<string, string>, query = '', token = TOKEN) {
  const path = `/hooks/sms/twilio${query}`
  const names = Object.keys(fields).toSorted()
  const signed = `${env.PUBLIC_URL}${path}${names.map((name) => name + fields[name]).join('')}`
  const response = await exports.default.fetch(`${ORIGIN}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': createHmac('sha1', token).update(signed).digest('base64'),
    },
    body: new URLSearchParams(fields).toString(),
  })
  return { status: response.status, text: await response.text() }
}
const writing = (from: string, body: string, sid = key()) =>
  knock({ MessageSid: sid, From: from, To: '+15550199', Body: body, NumMedia: '0' })
const told = (officeId: string, message: string, status: string, more: Record<string, string> = {}) =>
  knock(
    { MessageSid: 'SM1', MessageStatus: status, To: '+15550100', ...more },
    `?office=${officeId}&message=${encodeURIComponent(message)}`,
  )

const texted = async (startsAt: string, office = ours) => {
  const customer = await customerOf(office, 'Phone Phil', { email: false, phone: true })
  const { id } = await office.book(startsAt, { contactId: customer.id })
  await settledOf(office, id, 2)
  return { id, customer }
}
const kindsOf = async (contactId: string, office = ours) =>
  (await office.caller.contacts.timeline.query({ id: contactId })).rows.map(({ kind }) => kind)

describe('a text from a customer', () => {
  it('that says C tells the office that they will come, once however often it is delivered', async () => {
    const { id, customer } = await texted(at('09:00'))
    const sid = key()
    expect(await writing(customer.phone, ' C ', sid)).toEqual({ status: 200, text: '<Response/>' })
    await eventually(async () => (await messagesOf(ours, id)).some(({ agreedAt }) => agreedAt !== null))
    expect((await writing(customer.phone, 'C', sid)).status).toBe(200)
    expect((await kindsOf(customer.id)).filter((kind) => kind === 'appointment_agreed')).toHaveLength(1)
    expect((await rowsOf('inbound', ours.officeId)).filter(({ source_key }) => source_key === sid)).toHaveLength(1)
  })

  it('that says yes to an appointment that was called off confirms nothing, and is not lost', async () => {
    const { id, customer } = await texted(at('10:00'))
    await ours.caller.appointments.cancel.mutate({ key: key(), id })
    await eventually(async () =>
      (await messagesOf(ours, id)).some(({ event, state }) => event === 'cancelled' && state === 'sent'),
    )
    await writing(customer.phone, 'yes')
    await eventually(async () => (await kindsOf(customer.id)).includes('text_received'))
    expect((await messagesOf(ours, id)).every(({ agreedAt }) => agreedAt === null)).toBe(true)
  })

  it('that says STOP ends all texts, before they are sent and in what is shown; START begins them again', async () => {
    const { id, customer } = await texted(at('11:00'))
    await writing(customer.phone, 'Stop')
    await eventually(async () =>
      (await ours.caller.contacts.consent.query({ id: customer.id })).some(
        ({ channel, isGiven }) => channel === 'sms' && !isGiven,
      ),
    )
    const [reminder] = (await messagesOf(ours, id)).filter(({ event }) => event === 'reminder')
    await sweepAt(Date.parse(String(reminder!.dueAt)) + MINUTE_MS)
    expect(await settledOf(ours, id, 2)).toEqual(['booked sms sent', 'reminder sms skipped'])
    const other = await ours.book(at('12:00'), { contactId: customer.id })
    expect(await settledOf(ours, other.id)).toEqual(['booked email skipped'])
    await writing(customer.phone, 'START')
    await eventually(async () =>
      (await ours.caller.contacts.consent.query({ id: customer.id })).some(
        ({ channel, isGiven }) => channel === 'sms' && isGiven,
      ),
    )
    const third = await ours.book(at('13:00'), { contactId: customer.id })
    expect(await settledOf(ours, third.id, 2)).toEqual(['booked sms sent', 'reminder sms planned'])
  })

  it('that says anything else stands in their timeline, and reaches no other office', async () => {
    const { customer } = await texted(at('14:00'))
    await texted(at('14:00'), theirs)
    const before = await rowsOf('inbound', theirs.officeId)
    await writing(customer.phone, 'Could we say 11 instead? ​Thanks')
    await eventually(async () => (await kindsOf(customer.id)).includes('text_received'))
    expect(await rowsOf('inbound', theirs.officeId)).toEqual(before)
  })

  it('that is not signed by Twilio is not taken, and one from a stranger belongs to nobody', async () => {
    const { customer } = await texted(at('15:00'))
    expect((await knock({ MessageSid: 'SM', From: customer.phone, To: '+1', Body: 'STOP' }, '', 'wrong')).status).toBe(
      401,
    )
    expect(
      (await exports.default.fetch(`${ORIGIN}/hooks/sms/twilio`, { method: 'POST', body: 'Body=STOP' })).status,
    ).toBe(401)
    expect((await writing('+4915100000001', 'Hello')).status).toBe(200)
    expect((await knock({ Nothing: 'here' })).status).toBe(400)
    expect((await knock({ Body: 'x'.repeat(70_000) })).status).toBe(413)
    expect(await kindsOf(customer.id)).not.toContain('text_received')
  })
})

describe('the carrier’s word on a text', () => {
  it('only leads upwards, and a failure says why', async () => {
    const { id } = await texted(at('09:00', 1))
    const sent = async () => (await messagesOf(ours, id)).find(({ event }) => event === 'booked')!
    const message = (await sent()).id
    await told(ours.officeId, message, 'undelivered', { ErrorCode: '30006' })
    expect(await sent()).toMatchObject({ state: 'failed', why: expect.stringContaining('landline') })
    await told(ours.officeId, message, 'sent')
    expect(await sent()).toMatchObject({ state: 'failed' })
    await told(ours.officeId, message, 'delivered')
    expect(await sent()).toMatchObject({ state: 'delivered', why: null })
    await told(ours.officeId, message, 'failed', { ErrorCode: '30008' })
    expect(await sent()).toMatchObject({ state: 'delivered' })
  })

  it('of another office’s message is no word on ours', async () => {
    const { id } = await texted(at('10:00', 1))
    const [row] = await messagesOf(ours, id)
    expect((await told(theirs.officeId, row!.id, 'failed')).status).toBe(200)
    expect((await messagesOf(ours, id))[0]).toMatchObject({ state: 'sent' })
  })

  it('that they said stop to another sender is kept before the next text', async () => {
    const { id, customer } = await texted(at('11:00', 1))
    const [reminder] = (await messagesOf(ours, id)).filter(({ event }) => event === 'reminder')
    const phone = {
      recognisesRepeats: false,
      send: async () => {
        throw new Stopped()
      },
    }
    await sweepAt(Date.parse(String(reminder!.dueAt)) + MINUTE_MS, { phone })
    expect(await settledOf(ours, id, 2)).toEqual(['booked sms sent', 'reminder sms failed'])
    const next = await ours.book(at('12:00', 1), { contactId: customer.id })
    expect(await settledOf(ours, next.id)).toEqual(['booked email skipped'])
    expect((await sentBy(ours.officeId)).filter(({ to_address }) => to_address === customer.phone)).toHaveLength(1)
  })
})
