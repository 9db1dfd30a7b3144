import { describe, expect, it } from 'vitest'
import { dialect } from '#dialect'
import { endOtherSessions, endSession, putPassword, renameUser, sessionsOf } from '../../db/queries/account.ts'
import { insertNote, noteByEmail, notesOf, removeOldNotes } from '../../db/queries/audit.ts'
import { proofBy, putProof, redeemProof } from '../../db/queries/email-proofs.ts'
import { closeInvitation, joinOffice, openInvitation, replaceInvitation } from '../../db/queries/invitations.ts'
import { removeMembership, setRole } from '../../db/queries/members.ts'
import { addOffice, changeOffice, renewInboundSecret } from '../../db/queries/office.ts'
import { passwordHashOf } from '../../db/queries/second-factor.ts'
import { addUser, removeSession, userByEmail } from '../../db/queries/sign-in.ts'
import type { Note } from '../../db/schema/audit.ts'
import { members } from '../../db/schema/office.ts'
import { sessions, verifications } from '../../db/schema/sign-in.ts'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { at, note, office, ours, session, theirs } from './rows.ts'
import { testDatabase } from './two-offices.ts'

const database = testDatabase(async (db) => {
  for (const userId of ['u1', 'u2', 'u3'])
    await addUser(
      db,
      { name: `User ${userId}`, email: `${userId}@example.com` },
      { userId, accountId: `a-${userId}`, passwordHash: 'old', now: at(0) },
    )
  const inbox = (slug: string) => ({ inboxKey: `key of ${slug}`, inboxLabel: 'Main' })
  await addOffice(db, { office: office(ours, 'ours'), ownerId: 'u1', ...inbox('ours') })
  await addOffice(db, { office: office(theirs, 'theirs'), ownerId: 'u2', ...inbox('theirs') })
})
const kinds = async (officeId: OfficeId) => (await notesOf(database.db, officeId, 50)).map(({ kind }) => kind)
const of = (officeId: OfficeId, kind: Note['kind'], seconds = 1) => note(kind, { officeId, at: at(seconds) })

describe(`what happened on ${dialect}`, () => {
  it('is noted where it was done, and not where it was refused', async () => {
    const { db } = database
    const version = { officeId: ours, version: 1 }
    expect(await changeOffice(db, version, { name: 'New' }, of(ours, 'office_changed', 1))).toBe(true)
    expect(await changeOffice(db, version, { name: 'Late' }, of(ours, 'office_changed', 2))).toBe(false)
    await renewInboundSecret(db, ours, 'key of ours', of(ours, 'secret_rotated', 3))
    await renewInboundSecret(db, ours, 'key of theirs', of(ours, 'secret_rotated', 4))
    expect(await setRole(db, ours, 'u1', 'staff', of(ours, 'role_changed', 5))).toBe(false)
    expect(await removeMembership(db, ours, 'u1', of(ours, 'member_removed', 6))).toBe(false)
    await db.insert(members).values({ officeId: ours, userId: 'u3', role: 'viewer', createdAt: at(7) })
    expect(await setRole(db, ours, 'u3', 'staff', of(ours, 'role_changed', 8))).toBe(true)
    expect(await removeMembership(db, ours, 'u3', of(ours, 'member_removed', 9))).toBe(true)
    expect(await removeMembership(db, ours, 'u3', of(ours, 'member_removed', 10))).toBe(false)
    expect(await kinds(ours)).toEqual(['member_removed', 'role_changed', 'secret_rotated', 'office_changed'])
    expect(await kinds(theirs)).toEqual([])
  })

  it('is noted once of an invitation that several follow, and of one that is taken back twice', async () => {
    const { db } = database
    const invitation = (id: string) => ({
      ...{ officeId: ours, id, email: `${id}@example.com`, role: 'staff' as const, invitedBy: 'u1' },
      expiresAt: at(50),
      createdAt: at(0),
    })
    for (const id of ['u3', 'u4']) await replaceInvitation(db, invitation(id), of(ours, 'member_invited', 1))
    const found = await openInvitation(db, ours, 'u3', at(2))
    for (const seconds of [2, 3])
      await joinOffice(db, found!.invitation, { ...of(ours, 'member_joined', seconds), userId: 'u3' })
    for (const seconds of [4, 5]) await closeInvitation(db, ours, 'u4', of(ours, 'invitation_revoked', seconds))
    expect(await kinds(ours)).toEqual(['invitation_revoked', 'member_joined', 'member_invited', 'member_invited'])
  })

  it('is one change of twenty that come at once', async () => {
    const { db } = database
    const change = () => changeOffice(db, { officeId: ours, version: 1 }, { name: 'New' }, of(ours, 'office_changed'))
    const changed = await Promise.all(Array.from({ length: 20 }, change))
    expect(changed.filter(Boolean)).toHaveLength(1)
    expect(await kinds(ours)).toEqual(['office_changed'])
  })

  it('shows an office the accounts of its members, from the day they joined, and nobody else’s', async () => {
    const { db } = database
    await db.insert(members).values({ officeId: ours, userId: 'u3', role: 'staff', createdAt: at(5) })
    for (const seconds of [4, 6])
      for (const userId of ['u2', 'u3']) await insertNote(db, note('signed_in', { userId, at: at(seconds) }))
    const shown = await notesOf(db, ours, 50)
    expect(shown).toMatchObject([{ kind: 'signed_in', userId: 'u3', name: 'User u3', at: at(6) }])
    expect(await notesOf(db, theirs, 50)).toMatchObject([{ userId: 'u2' }, { userId: 'u2' }])
    expect(await notesOf(db, theirs, 1)).toHaveLength(1)
  })

  it('names whoever an address or a session belongs to, and nobody for one that is unknown', async () => {
    const { db } = database
    await db.insert(sessions).values(session('s1', 'u1'))
    await noteByEmail(db, 'u1@example.com', note('sign_in_failed', { at: at(1) }))
    await noteByEmail(db, 'nobody@example.com', note('sign_in_failed', { at: at(2) }))
    await removeSession(db, 'hash of s1', note('signed_out', { at: at(3) }))
    await removeSession(db, 'hash of s1', note('signed_out', { at: at(4) }))
    expect(await kinds(ours)).toEqual(['signed_out', 'sign_in_failed'])
  })

  it('is forgotten when it is old', async () => {
    const { db } = database
    for (const seconds of [1, 2, 3]) await insertNote(db, of(ours, 'office_changed', seconds))
    await removeOldNotes(db, at(3))
    expect((await notesOf(db, ours, 50)).map((row) => row.at)).toEqual([at(3)])
  })
})

describe(`an account on ${dialect}`, () => {
  it('is called as its user wants', async () => {
    const { db } = database
    await renameUser(db, 'u1', 'Änne', at(1))
    expect(await userByEmail(db, 'u1@example.com')).toMatchObject({ name: 'Änne' })
    expect(await userByEmail(db, 'u2@example.com')).toMatchObject({ name: 'User u2' })
  })

  it('ends its own sessions and nobody else’s', async () => {
    const { db } = database
    await db.insert(sessions).values(['a', 'b', 'c'].map((id) => session(id, 'u1')))
    await db.insert(sessions).values(session('x', 'u2'))
    const end = note('sessions_ended')
    expect(await endSession(db, 'x', { ...end, id: 'n1' })).toBe(false)
    expect(await endSession(db, 'a', { ...end, id: 'n2' })).toBe(true)
    expect((await sessionsOf(db, 'u1', at(1), new Date(0))).map(({ id }) => id)).toEqual(['c', 'b'])
    await endOtherSessions(db, 'b', { ...end, id: 'n3' })
    expect((await db.select().from(sessions)).map(({ id }) => id).sort()).toEqual(['b', 'x'])
    expect(await sessionsOf(db, 'u1', at(50), new Date(0))).toEqual([])
    expect(await kinds(ours)).toEqual(['sessions_ended', 'sessions_ended'])
  })

  it('gets another password, which ends every other session and link', async () => {
    const { db } = database
    await db.insert(sessions).values([session('a', 'u1'), session('b', 'u1'), session('x', 'u2')])
    const link = { identifier: 'i', expiresAt: at(9), createdAt: at(0), updatedAt: at(0) }
    await db.insert(verifications).values([
      { ...link, id: 'l1', value: 'u1' },
      { ...link, id: 'l2', value: 'u2' },
    ])
    await putPassword(db, 'new', { sessionId: 'a', tokenHash: 'a new hash' }, note('password_changed'))
    expect([await passwordHashOf(db, 'u1'), await passwordHashOf(db, 'u2')]).toEqual(['new', 'old'])
    const left = await db.select({ id: sessions.id, token: sessions.token }).from(sessions)
    expect(left.map(({ id, token }) => `${id} ${token}`).sort()).toEqual(['a a new hash', 'x hash of x'])
    expect((await db.select().from(verifications)).map(({ id }) => id)).toEqual(['l2'])
  })
})

describe(`the proof of an address on ${dialect}`, () => {
  const proof = (email: string, tokenHash: string) => ({ userId: 'u1', email, tokenHash, expiresAt: at(30) })

  it('is the newest link, until its time is over', async () => {
    const { db } = database
    await putProof(db, proof('new@example.com', 't1'))
    await putProof(db, proof('newer@example.com', 't2'))
    expect(await proofBy(db, 't1', at(1))).toBeNull()
    expect(await proofBy(db, 't2', at(29))).toMatchObject({ email: 'newer@example.com', before: 'u1@example.com' })
    expect(await proofBy(db, 't2', at(30))).toBeNull()
  })

  it('gives the user the address once, however many follow the link at once', async () => {
    const { db } = database
    await putProof(db, proof('new@example.com', 't1'))
    const found = await proofBy(db, 't1', at(1))
    const redeemed = await Promise.all([1, 2, 3].map(() => redeemProof(db, found!, note('address_changed'))))
    expect(redeemed.filter(Boolean)).toHaveLength(1)
    expect(await userByEmail(db, 'new@example.com')).toMatchObject({ id: 'u1', emailVerified: true })
    expect(await userByEmail(db, 'u2@example.com')).toMatchObject({ emailVerified: false })
    expect(await kinds(ours)).toEqual(['address_changed'])
  })

  it('changes nothing where somebody else has the address by now', async () => {
    const { db } = database
    await putProof(db, proof('u2@example.com', 't1'))
    const found = await proofBy(db, 't1', at(1))
    await expect(redeemProof(db, found!, note('address_changed'))).rejects.toThrow()
    expect(await userByEmail(db, 'u1@example.com')).toMatchObject({ id: 'u1', emailVerified: false })
    expect(await kinds(ours)).toEqual([])
  })
})
