import { describe, expect, it } from 'vitest'
import { dialect } from '#dialect'
import {
  addOffice,
  changeOffice,
  demoOffice,
  inboundAddressesOf,
  officeById,
  officeByInboxKey,
  officesOf,
  officesPerShard,
  openInSession,
  renewInboundSecret,
} from '../../db/queries/office.ts'
import { sessionBy } from '../../db/queries/sign-in.ts'
import type { NewOffice } from '../../db/schema/office.ts'
import { sessions, users } from '../../db/schema/sign-in.ts'
import { initialSettings } from '../../worker/features/office/rules/settings.ts'
import { OfficeId } from '../../worker/kernel/ids.ts'
import { at, note, office, ours, session, theirs, user } from './rows.ts'
import { testDatabase } from './two-offices.ts'

const founding = (of: NewOffice, ownerId = 'u1') => ({
  office: of,
  ownerId,
  inboxKey: `key of ${of.slug}`,
  inboxLabel: 'Reception',
})

const database = testDatabase(async (db) => {
  await db.insert(users).values([user('u1'), user('u2')])
  await addOffice(db, founding(office(ours, 'ours', { name: 'Änne’s Salon' })))
  await addOffice(db, founding(office(theirs, 'theirs', { shard: 1, createdAt: at(1) }), 'u2'))
})

describe(`offices on ${dialect}`, () => {
  it('are kept whole: settings, flags and the instant of their making', async () => {
    const { db } = database
    expect(await officeById(db, ours)).toEqual({
      ...office(ours, 'ours', { name: 'Änne’s Salon' }),
      settings: initialSettings(),
      shard: 0,
      isDemo: false,
      requireSecondFactor: false,
      version: 1,
    })
  })

  it('are refused with all that belongs to them when their slug or their mail key is taken', async () => {
    const { db } = database
    const third = OfficeId.parse('0193a000-0000-7000-8000-000000000003')
    expect(await addOffice(db, founding(office(third, 'ours')))).toBe(false)
    expect(await addOffice(db, { ...founding(office(third, 'third')), inboxKey: 'key of ours' })).toBe(false)
    expect(await officeById(db, third)).toBeNull()
    expect(await officesOf(db, 'u1')).toHaveLength(1)
  })

  it('are not founded by somebody who does not exist', async () => {
    const third = OfficeId.parse('0193a000-0000-7000-8000-000000000003')
    await expect(addOffice(database.db, founding(office(third, 'third'), 'nobody'))).rejects.toThrow()
  })

  it('are listed for their members, with the role, the oldest membership first', async () => {
    const { db } = database
    const third = OfficeId.parse('0193a000-0000-7000-8000-000000000000')
    await addOffice(db, founding(office(third, 'third', { createdAt: at(2) })))
    expect((await officesOf(db, 'u1')).map(({ slug, role }) => [slug, role])).toEqual([
      ['ours', 'owner'],
      ['third', 'owner'],
    ])
    expect((await officesOf(db, 'u2')).map(({ slug }) => slug)).toEqual(['theirs'])
  })

  it('are counted for each database, and the demo is found where there is one', async () => {
    const { db } = database
    const perShard = (await officesPerShard(db)).sort((a, b) => a.shard - b.shard)
    expect(perShard).toEqual([
      { shard: 0, offices: 1 },
      { shard: 1, offices: 1 },
    ])
    expect(await demoOffice(db)).toBeNull()
    const third = OfficeId.parse('0193a000-0000-7000-8000-000000000003')
    await addOffice(db, founding(office(third, 'third', { isDemo: true })))
    expect(await demoOffice(db)).toMatchObject({ id: third, isDemo: true })
  })

  it('change in the version that was read and no other', async () => {
    const { db } = database
    const settings = { ...initialSettings(), gate: { threshold: 0.9, intents: { spam: false }, actions: {} } }
    expect(
      await changeOffice(db, { officeId: ours, version: 1 }, { name: 'New', settings }, note('office_changed')),
    ).toBe(true)
    expect(await changeOffice(db, { officeId: ours, version: 1 }, { name: 'Too late' }, note('office_changed'))).toBe(
      false,
    )
    expect(await officeById(db, ours)).toMatchObject({ name: 'New', settings, version: 2 })
    expect(await officeById(db, theirs)).toMatchObject({ name: 'Office theirs', version: 1 })
  })

  it('are known by the key of their mail address, and renew the secret of their own addresses only', async () => {
    const { db } = database
    expect((await officeByInboxKey(db, 'key of ours'))?.office.id).toBe(ours)
    expect(await officeByInboxKey(db, 'key of nobody')).toBeNull()
    expect(await renewInboundSecret(db, theirs, 'key of ours', note('secret_rotated'))).toBeNull()
    expect(await renewInboundSecret(db, ours, 'key of ours', note('secret_rotated'))).toMatchObject({
      secretVersion: 2,
      label: 'Reception',
    })
    expect(await inboundAddressesOf(db, theirs)).toMatchObject([{ key: 'key of theirs', secretVersion: 1 }])
  })

  it('are opened in one session of a member', async () => {
    const { db } = database
    await db.insert(sessions).values([session('s1', 'u1'), session('s2', 'u1')])
    await openInSession(db, 's1', ours)
    const hints = await db.select({ id: sessions.id, officeId: sessions.officeId }).from(sessions)
    expect(hints.sort((a, b) => a.id.localeCompare(b.id))).toEqual([
      { id: 's1', officeId: ours },
      { id: 's2', officeId: null },
    ])
    expect((await sessionBy(db, 'hash of s1', at(0), at(-99)))?.office?.id).toBe(ours)
  })
})
