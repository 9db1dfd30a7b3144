import { SECOND_MS } from '../kernel/time.ts'
import type { Session } from './session.ts'

/** So long a look may rest on a session that was looked up before. A revocation bites looks within this time. */
export const KEPT_MS = 10 * SECOND_MS
/** More than an isolate serves within that time; then the one kept for longest goes. */
const MOST_KEPT = 1000

export type KeptSessions = {
  /** The session kept under the hash of its token, or null: none, or kept too long. */
  recent: (tokenHash: string, nowMs: number) => Session | null
  keep: (tokenHash: string, session: Session, nowMs: number) => void
  /** Forgets whatever an act of this user, in this office, may have changed. */
  forget: (of: { userId: string; officeId: string | null }) => void
  forgetAll: () => void
}

/**
 * Sessions that were found a moment ago, in the memory of one isolate. Only what looks and changes nothing may rest on
 * them; whatever changes something looks its session up, and makes this isolate forget what it may have changed.
 */
export function keptSessions(): KeptSessions {
  const kept = new Map<string, { session: Session; untilMs: number }>()
  return {
    recent: (tokenHash, nowMs) => {
      const found = kept.get(tokenHash)
      return found && nowMs < found.untilMs ? found.session : null
    },
    keep: (tokenHash, session, nowMs) => {
      const [oldest] = kept.keys()
      if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest)
      kept.delete(tokenHash)
      kept.set(tokenHash, { session, untilMs: Math.min(nowMs + KEPT_MS, session.endsAt.getTime()) })
    },
    forget: ({ userId, officeId }) => {
      for (const [tokenHash, { session }] of kept)
        if (session.user.id === userId || (officeId !== null && session.membership?.office.id === officeId))
          kept.delete(tokenHash)
    },
    forgetAll: () => kept.clear(),
  }
}
