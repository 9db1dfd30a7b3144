import { describe, expect, it } from 'vitest'
import { initialSettings } from '../../../worker/features/office/rules/settings.ts'
import { KEPT_MS, keptSessions } from '../../../worker/http/kept-sessions.ts'
import type { Session } from '../../../worker/http/session.ts'
import { OfficeId } from '../../../worker/kernel/ids.ts'

const NOW = Date.parse('2026-03-02T08:00:00Z')
const [ours, theirs] = ['0193a000-0000-7000-8000-000000000001', '0193a000-0000-7000-8000-000000000002']

const office = (id: string) => ({
  ...{ id: OfficeId.parse(id), slug: id, name: 'Salon', timeZone: 'Europe/Berlin', country: 'DE', currency: 'EUR' },
  ...{ settings: initialSettings(), shard: 0, isDemo: false, requireSecondFactor: false, version: 1 },
  createdAt: new Date(NOW),
})
const session = (userId: string, officeId: string | null, endsAt = NOW + 60_000): Session => ({
  sessionId: `session of ${userId}`,
  user: { id: userId, name: userId, email: `${userId}@example.com`, emailVerified: true },
  membership: officeId === null ? null : { office: office(officeId), role: 'staff', since: new Date(NOW) },
  twoFactorsAt: null,
  endsAt: new Date(endsAt),
})

describe('sessions kept in an isolate', () => {
  it('are found under their own token for ten seconds, and not a moment longer', () => {
    const kept = keptSessions()
    kept.keep('a', session('ann', ours!), NOW)
    kept.keep('b', session('bob', theirs!), NOW)
    expect(kept.recent('a', NOW + KEPT_MS - 1)?.user.id).toBe('ann')
    expect(kept.recent('b', NOW)?.user.id).toBe('bob')
    expect(kept.recent('a', NOW + KEPT_MS)).toBeNull()
    expect(kept.recent('c', NOW)).toBeNull()
  })

  it('are not kept beyond their own end', () => {
    const kept = keptSessions()
    kept.keep('a', session('ann', ours!, NOW + 100), NOW)
    expect(kept.recent('a', NOW + 99)).not.toBeNull()
    expect(kept.recent('a', NOW + 100)).toBeNull()
  })

  it('are forgotten with an act of their user or in their office, and no others are', () => {
    const kept = keptSessions()
    const fill = () => {
      kept.keep('ann', session('ann', ours!), NOW)
      kept.keep('bob', session('bob', ours!), NOW)
      kept.keep('eve', session('eve', theirs!), NOW)
      kept.keep('new', session('new', null), NOW)
    }
    const left = () => ['ann', 'bob', 'eve', 'new'].filter((token) => kept.recent(token, NOW))
    fill()
    kept.forget({ userId: 'ann', officeId: ours! })
    expect(left()).toEqual(['eve', 'new'])
    fill()
    kept.forget({ userId: 'new', officeId: null })
    expect(left()).toEqual(['ann', 'bob', 'eve'])
    kept.forgetAll()
    expect(left()).toEqual([])
  })

  it('are at most a thousand: the one kept for longest goes first', () => {
    const kept = keptSessions()
    for (let n = 0; n <= 1000; n++) kept.keep(`token ${n}`, session(`user ${n}`, ours!), NOW)
    expect(kept.recent('token 0', NOW)).toBeNull()
    expect(kept.recent('token 1', NOW)).not.toBeNull()
    expect(kept.recent('token 1000', NOW)).not.toBeNull()
  })
})
