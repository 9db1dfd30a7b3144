import { describe, expect, it } from 'vitest'
import { dialect } from '#dialect'
import {
  burnToken,
  countInbound,
  inboundById,
  insertInbound,
  markFiled,
  removeExpiredTokens,
} from '../../db/queries/inbound.ts'
import { at, delivery, ours, theirs } from './rows.ts'
import { everythingOf, fateOf, testDatabase, writeInBoth } from './two-offices.ts'

const database = testDatabase((db) => writeInBoth(db, (db, officeId) => [insertInbound(db, delivery(officeId, 'n1'))]))
const token = { source: 'mailgun' as const, token: 'once', contentHash: 'hash', expiresAt: at(30) }

describe(`deliveries on ${dialect}`, () => {
  it('refuses a second delivery of the same thing by the same door to the same office', async () => {
    const { db } = database
    const again = delivery(ours, 'n2', { sourceKey: 'hash of n1' })
    expect(await fateOf(insertInbound(db, again))).toBe('conflict')
    expect(await fateOf(insertInbound(db, { ...again, source: 'mailgun' }))).toBe('stored')
    expect([await countInbound(db, ours), await countInbound(db, theirs)]).toEqual([2, 1])
  })

  it('stores one of ten deliveries of the same thing at once', async () => {
    const { db } = database
    const ten = Array.from({ length: 10 }, (_, n) => insertInbound(db, delivery(ours, `x${n}`, { sourceKey: 'same' })))
    expect((await Promise.all(ten.map(fateOf))).sort()).toEqual([...Array(9).fill('conflict'), 'stored'])
  })

  it('keeps what it was told, sizes beyond 32 bits included', async () => {
    const { db } = database
    expect(await inboundById(db, ours, 'n1')).toEqual({ ...delivery(ours, 'n1'), messageId: null })
  })

  it('marks its own delivery as filed, and neither finds nor changes another office’s', async () => {
    const { db } = database
    await insertInbound(db, delivery(theirs, 'secret'))
    const before = await everythingOf(db, theirs)
    await markFiled(db, ours, 'n1', 'm1')
    await markFiled(db, ours, 'secret', 'm1')
    expect(await inboundById(db, ours, 'n1')).toMatchObject({ status: 'filed', messageId: 'm1' })
    expect(await inboundById(db, ours, 'secret')).toBeNull()
    expect(await everythingOf(db, theirs)).toEqual(before)
  })
})

describe(`webhook tokens on ${dialect}`, () => {
  it('burns a token once, knows a repetition, and recognises a forger’s other content', async () => {
    const { db } = database
    expect(await burnToken(db, token)).toBe('burnt')
    expect(await burnToken(db, token)).toBe('repeated')
    expect(await burnToken(db, { ...token, contentHash: 'other' })).toBe('reused')
    expect(await burnToken(db, { ...token, source: 'sendgrid' })).toBe('burnt')
  })

  it('burns a token for one of ten that bring it at once', async () => {
    const { db } = database
    const answers = await Promise.all(Array.from({ length: 10 }, () => burnToken(db, token)))
    expect(answers.sort()).toEqual(['burnt', ...Array(9).fill('repeated')])
  })

  it('forgets a token when its window is over, and not before', async () => {
    const { db } = database
    await burnToken(db, token)
    await removeExpiredTokens(db, at(30))
    expect(await burnToken(db, token)).toBe('repeated')
    await removeExpiredTokens(db, at(31))
    expect(await burnToken(db, token)).toBe('burnt')
  })
})
