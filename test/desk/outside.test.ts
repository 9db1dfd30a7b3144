import { evictDurableObject } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import type { Policy } from '../../worker/features/appointments/rules/policy.ts'
import type { OutsideSpan } from '../../worker/kernel/outside.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../worker/kernel/time.ts'
import { cut, DAY, deskWith, hour, type Office, person, whyOf } from './office.ts'

const span = (from: number, to: number): OutsideSpan => ({ startsAt: hour(from), endsAt: hour(to) })
const reading = (office: Office, generation: number, busy: OutsideSpan[] | null, more: object = {}) =>
  office.desk.takeReading({ calendarId: 'cal', staffId: 'anna', generation, readAt: Date.now(), busy, ...more })
const startsOf = async (office: Office, asCustomer = false, policy = office.policy()) => {
  const asked = { serviceId: 'cut', from: DAY, to: DAY + DAY_MS, exceptId: null, asCustomer }
  return office.desk.view(policy, asked)
}

describe('what keeps somebody busy elsewhere', () => {
  it('is not offered and not booked, by a customer or a member, and a member may go past it', async () => {
    const office = deskWith()
    await reading(office, 1, [span(10, 12)])
    expect((await startsOf(office)).outside).toHaveLength(1)
    expect(whyOf(await office.customerBooks('a', hour(11)))).toBe('taken')
    expect(whyOf(await office.book('b', hour(11)))).toBe('taken')
    expect(whyOf(await office.book('c', hour(12)))).toBe('ok')
    expect(whyOf(await office.move('c', hour(9) + 30 * MINUTE_MS))).toBe('taken')
    expect(whyOf(await office.book('d', hour(11), { override: true }))).toBe('ok')
  })

  it('keeps the pauses of the service away from it, and has none of its own', async () => {
    const office = deskWith([cut({ bufferBeforeMinutes: 15, bufferAfterMinutes: 30 })])
    await reading(office, 1, [span(10, 12)])
    expect(whyOf(await office.book('a', hour(12)))).toBe('taken')
    expect(whyOf(await office.book('b', hour(12) + 15 * MINUTE_MS))).toBe('ok')
    expect(whyOf(await office.book('c', hour(9)))).toBe('taken')
    expect(whyOf(await office.book('d', hour(8) + 30 * MINUTE_MS))).toBe('ok')
  })

  it('leaves it to others who are free', async () => {
    const office = deskWith([cut({ staffIds: ['anna', 'ben'] })])
    await reading(office, 1, [span(10, 12)])
    expect(await office.book('a', hour(10))).toMatchObject({ entry: { staffIds: ['ben'] } })
    expect(whyOf(await office.book('b', hour(10)))).toBe('taken')
  })

  it('is what the latest reading says, however late an older one arrives; also after the object was evicted', async () => {
    const office = deskWith()
    await reading(office, 2, [span(10, 11)])
    await reading(office, 1, [span(14, 15)])
    await evictDurableObject(office.desk)
    expect(whyOf(await office.book('a', hour(10)))).toBe('taken')
    expect(whyOf(await office.book('b', hour(14)))).toBe('ok')
    await reading(office, 3, [])
    expect(whyOf(await office.book('c', hour(10)))).toBe('ok')
  })

  it('stays where a reading found nothing new, and goes with its calendar', async () => {
    const office = deskWith()
    await reading(office, 1, [span(10, 11)])
    await reading(office, 2, null)
    expect(whyOf(await office.book('a', hour(10)))).toBe('taken')
    await office.desk.forgetCalendar('cal')
    expect(whyOf(await office.book('a', hour(10)))).toBe('ok')
  })

  it('does not stand in the way of a block, and does in that of an appointment of no service', async () => {
    const office = deskWith()
    await reading(office, 1, [span(10, 12)])
    const direct = { serviceId: null, staffIds: ['anna'], endsAt: hour(11) }
    expect(whyOf(await office.book('a', hour(10), direct))).toBe('taken')
    expect(whyOf(await office.book('b', hour(10), { ...direct, override: true }))).toBe('ok')
  })
})

describe('an appointment over which something comes', () => {
  it('stays, is marked, and is told once for each thing that is new', async () => {
    const office = deskWith()
    await office.book('a', hour(10))
    expect(await reading(office, 1, [span(10, 11)])).toMatchObject([{ appointmentId: 'a', staffId: 'anna' }])
    // Told again until it was written, and not by the next reading.
    expect(await reading(office, 1, [span(10, 11)])).toHaveLength(1)
    expect(await reading(office, 2, [span(10, 11)])).toEqual([])
    expect(await reading(office, 3, [span(10, 11), { ...span(10, 11), endsAt: hour(13) }])).toHaveLength(1)
    const { overlaps, busy } = await office.desk.outside(DAY, DAY + DAY_MS)
    expect(overlaps).toMatchObject([{ appointmentId: 'a', title: 'Cut a', startsAt: hour(10) }])
    expect(busy).toHaveLength(2)
    expect(await office.rows()).toMatchObject([{ id: 'a', status: 'confirmed', desk_version: 1 }])
  })

  it('is marked no more once it was moved or called off, and a colleague’s never', async () => {
    const office = deskWith([cut({ staffIds: ['anna', 'ben'] })])
    await office.book('a', hour(10), { staffIds: ['anna'] })
    await office.book('b', hour(10), { staffIds: ['ben'] })
    expect(await reading(office, 1, [span(10, 11)])).toHaveLength(1)
    await office.move('a', hour(15), { staffIds: ['anna'] })
    expect((await office.desk.outside(DAY, DAY + DAY_MS)).overlaps).toEqual([])
  })
})

describe('while another calendar cannot be read', () => {
  const old = { readAt: Date.now() - 2 * HOUR_MS }
  const rules = (whenUnknown: 'request' | 'refuse'): Partial<Policy> => ({
    outside: { whenUnknown, unknownAfterMinutes: 60 },
  })

  it('a customer’s booking waits for its answer, a member’s does not, and the last good copy holds', async () => {
    const office = deskWith([cut()], rules('request'))
    await reading(office, 1, [span(10, 11)], old)
    expect(whyOf(await office.customerBooks('a', hour(10)))).toBe('taken')
    expect(await office.customerBooks('b', hour(12))).toMatchObject({ entry: { status: 'requested' } })
    expect(await office.book('c', hour(14))).toMatchObject({ entry: { status: 'confirmed' } })
    await reading(office, 2, null)
    expect(await office.customerBooks('d', hour(16))).toMatchObject({ entry: { status: 'confirmed' } })
  })

  it('or is refused, where the owner wants that, with whoever it is; the others can be booked', async () => {
    const office = deskWith([cut({ staffIds: ['anna', 'ben'] })], rules('refuse'))
    await reading(office, 1, [], { readAt: null })
    expect((await startsOf(office, true)).unknown).toEqual(['anna'])
    expect((await startsOf(office)).unknown).toEqual([])
    const withAnna = { staffIds: ['anna'] }
    expect(whyOf(await office.customerBooks('a', hour(10), withAnna))).toBe('taken')
    expect((await office.keep('k', hour(10), HOUR_MS, withAnna)).ok).toBe(false)
    expect(await office.customerBooks('b', hour(10))).toMatchObject({
      entry: { staffIds: ['ben'], status: 'confirmed' },
    })
    expect(whyOf(await office.book('c', hour(10), withAnna))).toBe('ok')
  })

  it('a desk whose rules are from before there was that choice asks for an answer', async () => {
    const office = deskWith([cut()], { staff: [person('anna')] })
    await reading(office, 1, [], { readAt: null })
    expect(await office.customerBooks('b', hour(12))).toMatchObject({ entry: { status: 'requested' } })
  })
})
