import type { DBAdapter } from 'better-auth'
import { memoryAdapter } from 'better-auth/adapters/memory'
import { beforeEach, describe, expect, it } from 'vitest'
import { withHashedTokens } from '../../../worker/http/sign-in/hashed-tokens.ts'
import { sha256Hex } from '../../../worker/kernel/digest.ts'

type Row = { id: string; token: string; userId: string; expiresAt: Date }

const ENDS = new Date('2026-12-01T00:00:00.000Z')
const byToken = (value: string) => [{ field: 'token', value }]

describe('sessions behind an adapter that hashes their tokens', () => {
  let stored: Record<string, Row[]>
  let adapter: DBAdapter
  const create = (token: string) =>
    adapter.create<Omit<Row, 'id'>, Row>({
      model: 'session',
      data: { token, userId: 'robin', expiresAt: ENDS },
    })

  beforeEach(() => {
    stored = { user: [], session: [], account: [], verification: [] }
    adapter = withHashedTokens(memoryAdapter(stored)({}))
  })

  it('are stored under the hash and answered with the token', async () => {
    expect((await create('plain')).token).toBe('plain')
    expect(stored.session?.map((row) => row.token)).toEqual([await sha256Hex('plain')])
  })

  it('are found, changed, counted and removed by the token, and not by its hash', async () => {
    await create('one')
    await create('two')
    const model = 'session'
    expect(await adapter.findOne<Row>({ model, where: byToken('one') })).toMatchObject({ token: 'one' })
    expect(await adapter.findOne<Row>({ model, where: byToken(await sha256Hex('one')) })).toBeNull()
    const both = await adapter.findMany<Row>({
      model,
      where: [{ field: 'token', operator: 'in', value: ['one', 'two'] }],
    })
    expect(both.map((row) => row.token).sort()).toEqual(['one', 'two'])
    expect(await adapter.count({ model, where: byToken('two') })).toBe(1)
    const later = new Date('2027-01-01T00:00:00.000Z')
    const updated = await adapter.update<Row>({ model, where: byToken('one'), update: { expiresAt: later } })
    expect(updated).toMatchObject({ token: 'one', expiresAt: later })
    await adapter.delete({ model, where: byToken('one') })
    expect(await adapter.consumeOne<Row>({ model, where: byToken('two') })).not.toBeNull()
    expect(stored.session).toEqual([])
  })

  it('are hashed inside a transaction too', async () => {
    await adapter.transaction(async (inside) => {
      await inside.create({ model: 'session', data: { token: 'plain', userId: 'robin', expiresAt: ENDS } })
    })
    expect(stored.session?.map((row) => row.token)).toEqual([await sha256Hex('plain')])
  })

  it('leave the other tables as they are', async () => {
    const data = { identifier: 'x', value: 'token', expiresAt: ENDS, createdAt: ENDS, updatedAt: ENDS }
    await adapter.create({ model: 'verification', data })
    expect(await adapter.findOne({ model: 'verification', where: [{ field: 'value', value: 'token' }] })).toMatchObject(
      data,
    )
  })
})
