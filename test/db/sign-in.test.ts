import { describe, expect, it } from 'vitest'
import { dialect } from '#dialect'
import {
  addUser,
  completeUser,
  countAttempts,
  finishReset,
  forgetAttempts,
  removeEnded,
  removeOldAttempts,
  removeSession,
  renewSession,
  sessionBy,
  userByEmail,
} from '../../db/queries/sign-in.ts'
import { members, offices } from '../../db/schema/office.ts'
import { accounts, sessions, users, verifications } from '../../db/schema/sign-in.ts'
import { at, note, office, ours, session, theirs, user } from './rows.ts'
import { testDatabase } from './two-offices.ts'

const ann = { name: 'Ann', email: 'ann@example.com' }
const account = (userId: string, passwordHash = 'hash') => ({
  userId,
  accountId: `account of ${userId}`,
  passwordHash,
  now: at(0),
})
const LONG_AGO = at(-99)

const database = testDatabase()

describe(`users on ${dialect}`, () => {
  it('are one for eight sign-ups with one address at once, with the password of that one', async () => {
    const { db } = database
    await Promise.all(Array.from({ length: 8 }, (_, n) => addUser(db, ann, account(`u${n}`, `hash ${n}`))))
    const [stored, ...others] = await db.select().from(users)
    expect(others).toEqual([])
    expect(stored).toMatchObject({ ...ann, emailVerified: false, createdAt: at(0) })
    expect(await db.select({ userId: accounts.userId }).from(accounts)).toEqual([{ userId: stored?.id }])
  })

  it('are known by their address, with what they can already do', async () => {
    const { db } = database
    await db.insert(users).values(user('half'))
    await addUser(db, ann, account('u1'))
    expect(await userByEmail(db, 'half@example.com')).toMatchObject({ id: 'half', accountId: null, memberOf: null })
    expect(await userByEmail(db, ann.email)).toMatchObject({ id: 'u1', accountId: 'account of u1', memberOf: null })
    expect(await userByEmail(db, 'nobody@example.com')).toBeNull()
  })

  it('that are unfinished get a name and a password once, and lose the sessions of whoever began', async () => {
    const { db } = database
    await db.insert(users).values(user('half'))
    await db.insert(sessions).values(session('s1', 'half'))
    await completeUser(db, 'First', account('half', 'first'))
    expect(await db.select().from(sessions)).toEqual([])
    await db.insert(sessions).values(session('s2', 'half'))
    await completeUser(db, 'Second', account('half', 'second'))
    expect(await db.select({ password: accounts.password }).from(accounts)).toEqual([{ password: 'first' }])
    expect(await userByEmail(db, 'half@example.com')).toMatchObject({ name: 'First' })
    expect(await db.select().from(sessions)).toHaveLength(1)
  })

  it('own their mailbox after a reset, and their other links are worthless', async () => {
    const { db } = database
    await addUser(db, ann, account('u1'))
    const link = (id: string, value: string) => ({
      id,
      identifier: id,
      value,
      expiresAt: at(9),
      createdAt: at(0),
      updatedAt: at(0),
    })
    await db.insert(verifications).values([link('a', 'u1'), link('b', 'u1'), link('c', 'u2')])
    await finishReset(db, note('password_reset', { at: at(1) }))
    expect(await userByEmail(db, ann.email)).toMatchObject({ emailVerified: true })
    expect((await db.select().from(verifications)).map((row) => row.id)).toEqual(['c'])
  })
})

describe(`sessions on ${dialect}`, () => {
  const signedIn = async () => {
    await addUser(database.db, ann, account('u1'))
    await database.db.insert(sessions).values(session('s1', 'u1'))
    return database.db
  }
  const opened = (seconds: number, createdAfter = LONG_AGO) =>
    sessionBy(database.db, 'hash of s1', at(seconds), createdAfter)

  it('open until they end, were too long unused or are too old', async () => {
    const db = await signedIn()
    expect(await opened(49)).toMatchObject({ user: ann, role: null, office: null, expiresAt: at(50) })
    expect(await opened(50)).toBeNull()
    await renewSession(db, 's1', at(70))
    expect(await opened(69)).not.toBeNull()
    expect(await opened(69, at(0))).toBeNull()
    expect(await sessionBy(db, 'hash of s2', at(0), LONG_AGO)).toBeNull()
  })

  it('open the office of their hint while the user is a member there, else the oldest membership', async () => {
    const db = await signedIn()
    await db.insert(users).values(user('u2'))
    await db.insert(offices).values([office(ours, 'ours'), office(theirs, 'theirs')])
    await db.insert(members).values([
      { officeId: theirs, userId: 'u1', role: 'staff', createdAt: at(2) },
      { officeId: ours, userId: 'u1', role: 'owner', createdAt: at(1) },
      { officeId: theirs, userId: 'u2', role: 'owner', createdAt: at(0) },
    ])
    expect(await opened(1)).toMatchObject({ role: 'owner', office: { id: ours } })
    await db.update(sessions).set({ officeId: theirs })
    expect(await opened(1)).toMatchObject({ role: 'staff', office: { id: theirs } })
    await db.update(sessions).set({ officeId: 'an office that is gone' })
    expect(await opened(1)).toMatchObject({ office: { id: ours } })
  })

  it('are removed one by one, and when they have ended', async () => {
    const db = await signedIn()
    await db.insert(sessions).values([session('s2', 'u1'), { ...session('s3', 'u1'), expiresAt: at(9) }])
    await removeSession(db, 'hash of s1', note('signed_out'))
    await removeEnded(db, at(10))
    expect((await db.select().from(sessions)).map((row) => row.id)).toEqual(['s2'])
  })
})

describe(`attempts on ${dialect}`, () => {
  it('are counted one by one under each key of a window, however many come at once', async () => {
    const { db } = database
    const tries = Array.from({ length: 12 }, () => countAttempts(db, ['address', 'place'], at(0)))
    const counted = await Promise.all(tries)
    const numbers = Array.from({ length: 12 }, (_, n) => n + 1)
    for (const key of [0, 1]) expect(counted.map((counts) => counts[key]!).sort((a, b) => a - b)).toEqual(numbers)
    expect(await countAttempts(db, ['place', 'new'], at(0))).toEqual([13, 1])
    expect(await countAttempts(db, ['place'], at(60))).toEqual([1])
  })

  it('are forgotten for one key, and when their window is old', async () => {
    const { db } = database
    await countAttempts(db, ['a', 'b'], at(0))
    await forgetAttempts(db, 'a')
    expect(await countAttempts(db, ['a', 'b'], at(0))).toEqual([1, 2])
    await removeOldAttempts(db, at(0))
    expect(await countAttempts(db, ['a', 'b'], at(0))).toEqual([2, 3])
    await removeOldAttempts(db, at(1))
    expect(await countAttempts(db, ['a', 'b'], at(0))).toEqual([1, 1])
  })
})
