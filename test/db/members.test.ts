import { describe, expect, it } from 'vitest'
import { dialect } from '#dialect'
import {
  closeInvitation,
  joinOffice,
  openInvitation,
  openInvitations,
  replaceInvitation,
} from '../../db/queries/invitations.ts'
import { membersOf, removeMembership, setRole } from '../../db/queries/members.ts'
import type { Db } from '../../db/schema/index.ts'
import { members, offices } from '../../db/schema/office.ts'
import { sessions, users } from '../../db/schema/sign-in.ts'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { at, note, OFFICES, office, ours, session, theirs, user } from './rows.ts'
import { testDatabase } from './two-offices.ts'

/** In both offices: two owners and one of the staff. */
const database = testDatabase(async (db) => {
  await db.insert(users).values(['u1', 'u2', 'u3', 'u4'].map(user))
  await db.insert(offices).values([office(ours, 'ours'), office(theirs, 'theirs')])
  for (const officeId of OFFICES)
    await db.insert(members).values([
      { officeId, userId: 'u1', role: 'owner', createdAt: at(1) },
      { officeId, userId: 'u2', role: 'owner', createdAt: at(2) },
      { officeId, userId: 'u3', role: 'staff', createdAt: at(3) },
    ])
})
const roles = async (db: Db, officeId: OfficeId) =>
  (await membersOf(db, officeId)).map(({ userId, role }) => `${userId} ${role}`)
const all = ['u1 owner', 'u2 owner', 'u3 staff']

describe(`members on ${dialect}`, () => {
  it('get another role in one office', async () => {
    const { db } = database
    expect(await setRole(db, ours, 'u3', 'viewer', note('role_changed'))).toBe(true)
    expect(await setRole(db, ours, 'u1', 'staff', note('role_changed'))).toBe(true)
    expect(await setRole(db, ours, 'nobody', 'owner', note('role_changed'))).toBe(false)
    expect(await roles(db, ours)).toEqual(['u1 staff', 'u2 owner', 'u3 viewer'])
    expect(await roles(db, theirs)).toEqual(all)
  })

  it('keep an owner: the last one neither goes nor becomes less, owners elsewhere do not count', async () => {
    const { db } = database
    expect(await removeMembership(db, ours, 'u1', note('member_removed'))).toBe(true)
    expect(await removeMembership(db, ours, 'u2', note('member_removed'))).toBe(false)
    expect(await setRole(db, ours, 'u2', 'staff', note('role_changed'))).toBe(false)
    expect(await setRole(db, ours, 'u2', 'owner', note('role_changed'))).toBe(true)
    expect(await roles(db, ours)).toEqual(['u2 owner', 'u3 staff'])
    expect(await roles(db, theirs)).toEqual(all)
  })

  it('keep an owner when two owners remove or lower each other at once, twenty times', async () => {
    const { db } = database
    for (let round = 0; round < 20; round++) {
      const lowered = await Promise.all([
        setRole(db, ours, 'u1', 'staff', note('role_changed')),
        setRole(db, ours, 'u2', 'viewer', note('role_changed')),
      ])
      expect(lowered.filter(Boolean)).toHaveLength(1)
      await Promise.all([
        setRole(db, ours, 'u1', 'owner', note('role_changed')),
        setRole(db, ours, 'u2', 'owner', note('role_changed')),
      ])
    }
    const removed = await Promise.all([
      removeMembership(db, ours, 'u1', note('member_removed')),
      removeMembership(db, ours, 'u2', note('member_removed')),
    ])
    expect(removed.filter(Boolean)).toHaveLength(1)
  })

  it('lose the office in their sessions when they are removed, and in no other', async () => {
    const { db } = database
    await db.insert(sessions).values([session('a', 'u3', ours), session('b', 'u3', theirs), session('c', 'u2', ours)])
    await removeMembership(db, ours, 'u3', note('member_removed'))
    // The last owner stays, and so do the sessions.
    await removeMembership(db, ours, 'u1', note('member_removed'))
    expect(await removeMembership(db, ours, 'u2', note('member_removed'))).toBe(false)
    const hints = await db.select({ id: sessions.id, officeId: sessions.officeId }).from(sessions)
    expect(Object.fromEntries(hints.map((row) => [row.id, row.officeId]))).toEqual({ a: null, b: theirs, c: ours })
  })
})

describe(`invitations on ${dialect}`, () => {
  const invitation = (officeId: OfficeId, id: string) => ({
    officeId,
    id,
    email: 'u4@example.com',
    role: 'viewer' as const,
    invitedBy: 'u1',
    expiresAt: at(30),
    createdAt: at(0),
  })
  const open = (officeId: OfficeId, id: string, seconds = 1) => openInvitation(database.db, officeId, id, at(seconds))

  it('replace the open ones to the same address, in the same office only', async () => {
    const { db } = database
    for (const officeId of OFFICES) await replaceInvitation(db, invitation(officeId, 'first'), note('member_invited'))
    await replaceInvitation(db, { ...invitation(ours, 'other'), email: 'x@example.com' }, note('member_invited'))
    await replaceInvitation(db, invitation(ours, 'second'), note('member_invited'))
    expect((await openInvitations(db, ours, at(1))).map((row) => row.id)).toEqual(['other', 'second'])
    expect(await open(ours, 'first')).toBeNull()
    expect((await open(theirs, 'first'))?.office.id).toBe(theirs)
  })

  it('end with their time, and when they are closed', async () => {
    const { db } = database
    await replaceInvitation(db, invitation(ours, 'i1'), note('member_invited'))
    expect(await open(ours, 'i1', 29)).not.toBeNull()
    expect(await open(ours, 'i1', 30)).toBeNull()
    expect(await closeInvitation(db, theirs, 'i1', note('invitation_revoked', { at: at(1) }))).toBe(false)
    expect(await closeInvitation(db, ours, 'i1', note('invitation_revoked', { at: at(1) }))).toBe(true)
    expect(await closeInvitation(db, ours, 'i1', note('invitation_revoked', { at: at(1) }))).toBe(false)
    expect(await open(ours, 'i1')).toBeNull()
  })

  it('make one of three who follow the link at once a member, and prove the mailbox', async () => {
    const { db } = database
    await replaceInvitation(db, invitation(ours, 'i1'), note('member_invited'))
    const found = await open(ours, 'i1')
    const joins = await Promise.all(
      [1, 2, 3].map((n) => joinOffice(db, found!.invitation, note('member_joined', { userId: 'u4', at: at(10 + n) }))),
    )
    expect(joins.filter(Boolean)).toHaveLength(1)
    expect(await roles(db, ours)).toEqual([...all, 'u4 viewer'])
    expect(await roles(db, theirs)).toEqual(all)
    const verified = await db.select({ id: users.id, is: users.emailVerified }).from(users)
    expect(verified.filter((row) => row.is).map((row) => row.id)).toEqual(['u4'])
  })

  it('leave a member the role they have', async () => {
    const { db } = database
    await replaceInvitation(db, invitation(ours, 'i1'), note('member_invited'))
    const found = await open(ours, 'i1')
    expect(await joinOffice(db, found!.invitation, note('member_joined', { userId: 'u1', at: at(2) }))).toBe(true)
    expect(await roles(db, ours)).toEqual(all)
  })

  it('make nobody a member once they were closed a moment before', async () => {
    const { db } = database
    await replaceInvitation(db, invitation(ours, 'i1'), note('member_invited'))
    const found = await open(ours, 'i1')
    await closeInvitation(db, ours, 'i1', note('invitation_revoked', { at: at(2) }))
    expect(await joinOffice(db, found!.invitation, note('member_joined', { userId: 'u4', at: at(2) }))).toBe(false)
    expect(await roles(db, ours)).toEqual(all)
  })
})
