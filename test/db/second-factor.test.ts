import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { dialect } from '#dialect'
import {
  confirmSecondFactor,
  countBackupCodes,
  hasSecondFactor,
  putSecret,
  removeSecondFactor,
  replaceBackupCodes,
  type SecondFactor,
  secondFactorOf,
  takeBackupCode,
  takeStep,
} from '../../db/queries/second-factor.ts'
import { addSession, addUser, sessionBy } from '../../db/queries/sign-in.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { note } from './rows.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 2, 2, 8, 0, seconds, 123))
const LONG_AGO = new Date(0)

let database: TestDatabase
let db: TestDatabase['db']
// New ones for each test, because what stands in the directory of D1 stays.
let robin = ''
let kim = ''
beforeEach(async () => {
  await database?.close()
  database = await freshDatabase()
  db = database.db
  robin = `robin-${crypto.randomUUID()}`
  kim = `kim-${crypto.randomUUID()}`
  for (const userId of [robin, kim]) {
    const account = { userId, accountId: `${userId}-account`, passwordHash: 'hash', now: at(0) }
    await addUser(db, { name: userId, email: `${userId}@example.test` }, account)
    await openSession(userId, `${userId}-1`)
  }
  await putSecret(db, robin, 'sealed', at(0))
})
afterAll(() => database.close())

const openSession = (userId: string, id: string) =>
  addSession(
    db,
    { id, userId, token: `token of ${id}`, expiresAt: at(3600), userAgent: null, twoFactorsAt: at(0) },
    note('signed_in_by_code', { userId, at: at(0) }),
  )
const sessionOf = (token: string) => sessionBy(db, token, at(1), LONG_AGO)
const factorOf = async (userId: string): Promise<SecondFactor> => (await secondFactorOf(db, userId))!
const renewedTo = (token: string) => ({ sessionId: `${robin}-1`, tokenHash: `${token} of ${robin}` })
const confirm = async (factor: SecondFactor) =>
  confirmSecondFactor(db, {
    factor,
    codeHashes: ['one', 'two'],
    renewed: renewedTo('a new token'),
    note: note('second_factor_on', { userId: robin, at: at(5) }),
  })

describe(`the second factor on ${dialect}`, () => {
  it('is none before it is confirmed, and is not replaced after', async () => {
    expect(await hasSecondFactor(db, robin)).toBe(false)
    expect(await putSecret(db, robin, 'another', at(1))).toBe(true)
    expect(await confirm(await factorOf(robin))).toBe(true)
    expect(await hasSecondFactor(db, robin)).toBe(true)
    expect(await hasSecondFactor(db, kim)).toBe(false)
    expect(await putSecret(db, robin, 'a third', at(2))).toBe(false)
    expect(await factorOf(robin)).toEqual({
      ...{ userId: robin, email: `${robin}@example.test`, secret: 'another', confirmedAt: at(5) },
    })
  })

  it('gives a step to one of twenty that want it at once, and no older one afterwards', async () => {
    const factor = await factorOf(robin)
    const takes = await Promise.all(Array.from({ length: 20 }, () => takeStep(db, factor, 100)))
    expect(takes.filter(Boolean)).toHaveLength(1)
    expect(await takeStep(db, factor, 99)).toBe(false)
    expect(await takeStep(db, factor, 101)).toBe(true)
  })

  it('takes no step for a secret that was replaced in the meantime, and switches nothing on', async () => {
    const before = await factorOf(robin)
    await openSession(robin, `${robin}-2`)
    await putSecret(db, robin, 'another', at(1))
    expect(await takeStep(db, before, 100)).toBe(false)
    expect(await confirm(before)).toBe(false)
    expect(await hasSecondFactor(db, robin)).toBe(false)
    expect(await sessionOf(`token of ${robin}-1`)).not.toBeNull()
    expect(await sessionOf(`token of ${robin}-2`)).not.toBeNull()
  })

  it('gives a backup code to one of twenty that want it at once', async () => {
    await replaceBackupCodes(db, ['one', 'two'], note('backup_codes_renewed', { userId: robin }))
    expect(await takeBackupCode(db, kim, 'one')).toBe(false)
    const takes = await Promise.all(Array.from({ length: 20 }, () => takeBackupCode(db, robin, 'one')))
    expect(takes.filter(Boolean)).toHaveLength(1)
    expect(await countBackupCodes(db, robin)).toBe(1)
    await replaceBackupCodes(db, ['three', 'four'], note('backup_codes_renewed', { userId: robin }))
    expect(await takeBackupCode(db, robin, 'two')).toBe(false)
    expect(await countBackupCodes(db, robin)).toBe(2)
  })

  it('leaves one session of the user when it is switched on, and every session of others', async () => {
    await openSession(robin, `${robin}-2`)
    await confirm(await factorOf(robin))
    expect(await sessionOf(`token of ${robin}-1`)).toBeNull()
    expect(await sessionOf(`token of ${robin}-2`)).toBeNull()
    expect(await sessionOf(`a new token of ${robin}`)).toMatchObject({ id: `${robin}-1`, twoFactorsAt: at(5) })
    expect(await sessionOf(`token of ${kim}-1`)).toMatchObject({ id: `${kim}-1`, twoFactorsAt: at(0) })
  })

  it('is forgotten whole, in every session of the user', async () => {
    await confirm(await factorOf(robin))
    await openSession(robin, `${robin}-2`)
    await removeSecondFactor(db, renewedTo('a newer token'), note('second_factor_off', { userId: robin }))
    expect(await secondFactorOf(db, robin)).toBeNull()
    expect(await countBackupCodes(db, robin)).toBe(0)
    expect(await sessionOf(`a new token of ${robin}`)).toBeNull()
    expect(await sessionOf(`a newer token of ${robin}`)).toMatchObject({ id: `${robin}-1`, twoFactorsAt: null })
    expect(await sessionOf(`token of ${robin}-2`)).toMatchObject({ twoFactorsAt: null })
    expect(await sessionOf(`token of ${kim}-1`)).toMatchObject({ twoFactorsAt: at(0) })
  })
})
