import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { eventually } from '../support/mails.ts'
import { cut, deskWith, hour, whyOf } from './office.ts'
import { openScreen } from './screens.ts'

describe('the copy in the database', () => {
  it('is there by the time of the answer, with its line and its job, and the screens are told', async () => {
    const office = deskWith()
    const screen = await openScreen(office.desk)
    screen.say({ type: 'hello', since: null })
    await screen.hears('welcome')
    await office.book('a', hour(10))
    expect(await office.rows()).toMatchObject([{ id: 'a', status: 'confirmed', starts_at: hour(10) }])
    const count = async (table: string) =>
      env.DB.prepare(`select count(*) as n from ${table} where office_id = ?`).bind(office.officeId).first<number>('n')
    expect(await count('activities')).toBe(1)
    expect(await count('outbox')).toBe(1)
    const [told] = await screen.hears('events')
    expect(told?.events).toMatchObject([{ topic: 'appointment', ids: ['a'], by: 'm' }])
  })

  it('catches up by the alarm, in order, after a time in which the database took nothing', async () => {
    const office = deskWith()
    const up = await office.databaseDown()
    expect(whyOf(await office.book('a', hour(10)))).toBe('ok')
    expect(whyOf(await office.move('a', hour(12)))).toBe('ok')
    expect(whyOf(await office.book('b', hour(10)))).toBe('ok')
    expect(whyOf(await office.cancel('b'))).toBe('ok')
    expect(await office.rows()).toEqual([])
    await evictDurableObject(office.desk)
    await up()
    await runDurableObjectAlarm(office.desk)
    await eventually(async () => (await office.rows()).length === 2)
    expect((await office.rows()).map(({ id, status, desk_version }) => [id, status, desk_version])).toEqual([
      ['b', 'cancelled', 2],
      ['a', 'confirmed', 2],
    ])
    expect(await office.claims()).toMatchObject([{ owner_id: 'a', starts_at: hour(12) }])
    expect(await office.desk.reconcileDatabase()).toEqual({ days: 0, left: 0 })
  })

  it('is compared: nothing differs after much, and what was lost or spoilt is written anew', async () => {
    const office = deskWith([cut({ staffIds: ['anna', 'ben', 'cleo'] })])
    const ids = Array.from({ length: 12 }, (_, i) => `a${i}`)
    await Promise.all(ids.map((id, i) => office.book(id, hour(i % 6))))
    await Promise.all(ids.slice(0, 4).map((id) => office.cancel(id)))
    const truth = await office.rows()
    expect(await office.desk.reconcileDatabase()).toEqual({ days: 0, left: 0 })
    await env.DB.prepare('delete from appointments where office_id = ? and id = ?').bind(office.officeId, 'a5').run()
    await env.DB.prepare('update appointments set desk_version = 0 where office_id = ? and id = ?')
      .bind(office.officeId, 'a6')
      .run()
    expect(await office.desk.reconcileDatabase()).toMatchObject({ days: 1 })
    expect((await office.rows()).map(({ id, desk_version }) => [id, desk_version])).toEqual(
      truth.map(({ id, desk_version }) => [id, desk_version]),
    )
    expect(await office.desk.reconcileDatabase()).toEqual({ days: 0, left: 0 })
  })

  it('is made anew by a rebuild, also where it is ahead of a desk that was set back in time', async () => {
    const office = deskWith()
    await office.book('a', hour(10))
    await office.book('b', hour(12))
    await env.DB.prepare('update appointments set desk_version = 9, status = ? where office_id = ? and id = ?')
      .bind('cancelled', office.officeId, 'b')
      .run()
    await env.DB.prepare('delete from appointments where office_id = ? and id = ?').bind(office.officeId, 'a').run()
    await office.desk.rebuildDatabase()
    expect(await office.rows()).toMatchObject([
      { id: 'a', status: 'confirmed', desk_version: 1 },
      { id: 'b', status: 'confirmed', desk_version: 10 },
    ])
    expect(await office.move('b', hour(14))).toMatchObject({ entry: { version: 11 } })
    expect(await office.desk.reconcileDatabase()).toEqual({ days: 0, left: 0 })
  })
})
