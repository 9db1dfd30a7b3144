import type { ClaimStatus } from '../../worker/kernel/claims.ts'

/** How the claims of one appointment stand. */
export type Standing = { status: ClaimStatus; version: number; expiresAt: number | null }
export type Wish = { verb: 'hold'; expiresAt: number } | { verb: 'claim' | 'move' | 'release' }

export type NextClaim = ({ ok: true } & Standing) | { ok: false; why: 'booked_already' | 'not_claimed' }

/**
 * How they stand after the wish, if that may be granted. A hold may be confirmed or taken anew, a move keeps the
 * status, and what is released may be claimed again. Releasing twice is fine and changes nothing.
 */
export function nextClaim(now: Standing | null, wish: Wish): NextClaim {
  const version = (now?.version ?? 0) + 1
  const live = now !== null && now.status !== 'released'
  switch (wish.verb) {
    case 'hold':
    case 'claim':
      if (now?.status === 'booked') return { ok: false, why: 'booked_already' }
      return wish.verb === 'hold'
        ? { ok: true, status: 'held', version, expiresAt: wish.expiresAt }
        : { ok: true, status: 'booked', version, expiresAt: null }
    case 'move':
      return live ? { ok: true, ...now, version } : { ok: false, why: 'not_claimed' }
    case 'release':
      if (now === null) return { ok: false, why: 'not_claimed' }
      return { ok: true, status: 'released', version: live ? version : now.version, expiresAt: null }
  }
}
