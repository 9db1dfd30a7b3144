import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { DAY_MS } from '../../worker/kernel/time.ts'
import { cut, deskWith, hour, whyOf } from './office.ts'

describe('a desk that lost all it knew', () => {
  it('has it again from the database: what is taken, what was called off, and the seats of a class', async () => {
    const office = deskWith([cut(), cut({ id: 'class', seats: 2, staffIds: ['ben'] })])
    await office.book('a', hour(10))
    await office.book('b', hour(12))
    await office.cancel('b')
    await office.book('c', hour(14), { serviceId: 'class', staffIds: [] })
    const before = await office.rows()
    await office.desk.clear()
    expect(await office.desk.read('a')).toBeNull()

    expect(await office.desk.restore(office.policy())).toMatchObject({ ok: true })
    expect(await office.desk.reconcileDatabase()).toEqual({ days: 0, left: 0 })
    expect(await office.rows()).toEqual(before)
    expect(whyOf(await office.book('d', hour(10)))).toBe('taken')
    expect(whyOf(await office.book('e', hour(12)))).toBe('ok')
    expect(whyOf(await office.book('f', hour(14), { serviceId: 'class', staffIds: [] }))).toBe('ok')
    expect(whyOf(await office.book('g', hour(14), { serviceId: 'class', staffIds: [] }))).toBe('taken')
    expect(await office.move('a', hour(16), {}, 1)).toMatchObject({ ok: true, entry: { version: 2 } })
  })

  it('is left alone when it has decided anything since, because it knows better than its copy', async () => {
    const office = deskWith()
    await office.book('a', hour(10))
    expect(await office.desk.restore(office.policy())).toEqual({ ok: false, why: 'not_empty' })
  })

  it('is not filled where the database has two on one time', async () => {
    const office = deskWith()
    await office.book('a', hour(10))
    await env.DB.prepare(
      `insert into appointment_claims (office_id, id, owner_id, resource_id, starts_at, ends_at, is_live, version)
       select office_id, 'x:1', 'x', resource_id, starts_at, ends_at, is_live, version from appointment_claims
       where office_id = ?`,
    )
      .bind(office.officeId)
      .run()
    await office.desk.clear()
    expect(await office.desk.restore(office.policy())).toMatchObject({ ok: false, why: 'overlapping' })
    expect(await office.desk.read('a')).toBeNull()
  })

  it('knows nothing of another office', async () => {
    const [ours, theirs] = [deskWith(), deskWith()]
    await ours.book('a', hour(10))
    await theirs.book('b', hour(10))
    await ours.desk.clear()
    await ours.desk.restore(ours.policy())
    expect(await ours.desk.read('b')).toBeNull()
    expect(await theirs.desk.read('b')).toMatchObject({ id: 'b' })
  })
})

describe('a claim', () => {
  it('cannot be longer than anything that is booked, so that nobody has to look further back', async () => {
    const { desk } = deskWith()
    const claim = (days: number) =>
      desk.claim({
        ...{ key: crypto.randomUUID(), appointmentId: crypto.randomUUID() },
        spans: [{ resourceId: 'staff:zoe', startsAt: hour(10), endsAt: hour(10) + days * DAY_MS }],
      })
    expect(await claim(41)).toEqual({ ok: false, why: 'invalid' })
    expect(await claim(40)).toMatchObject({ ok: true })
    const end = hour(10) + 40 * DAY_MS
    expect(await desk.claimsBetween(end - 1, end + 1, ['staff:zoe'])).toHaveLength(1)
    expect(await desk.claimsBetween(end, end + 1, ['staff:zoe'])).toEqual([])
  })
})
