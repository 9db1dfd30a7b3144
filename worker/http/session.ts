import { renewSession, sessionBy } from '../../db/queries/sign-in.ts'
import type { Office } from '../../db/schema/office.ts'
import type { Ctx } from '../context.ts'
import type { Role } from '../features/office/rules/roles.ts'
import { sha256Hex } from '../kernel/digest.ts'
import { DAY_MS } from '../kernel/time.ts'
import { keptSessions } from './kept-sessions.ts'
import { sessionCookie, tokenIn } from './sign-in/cookie.ts'

/** A session that is not used for so long ends. */
export const IDLE_MS = 7 * DAY_MS
/** However much it is used, a session ends after so long. */
export const LONGEST_SESSION_MS = 30 * DAY_MS
/** Writing the end anew at every request would make every read a write. */
const RENEW_EVERY_MS = DAY_MS

/** Who asks. `membership` is the office the session is open in, judged by the tables and not by the session. */
export type Session = {
  sessionId: string
  user: { id: string; name: string; email: string; emailVerified: boolean }
  membership: { office: Office; role: Role; since: Date } | null
  /** Null: the password alone. */
  twoFactorsAt: Date | null
  /** When it ends if it is not used until then. */
  endsAt: Date
}

type Needs = Pick<Ctx, 'env' | 'directory' | 'now'>

const kept = keptSessions()
/** After an act that may have changed who may do what. */
export const { forget: forgetSessions, forgetAll: forgetAllSessions } = kept

/** The session of the request's cookie: one statement, and one more on the first request of a day. */
export async function sessionOf(needs: Needs, headers: Headers): Promise<Session | null> {
  const tokenHash = await tokenHashIn(needs, headers)
  return tokenHash === null ? null : found(needs, tokenHash)
}

/** The same for what only looks: it may have been found some seconds ago, which spares a look-up at every read. */
export async function recentSessionOf(needs: Needs, headers: Headers): Promise<Session | null> {
  const tokenHash = await tokenHashIn(needs, headers)
  if (tokenHash === null) return null
  return kept.recent(tokenHash, needs.now().getTime()) ?? found(needs, tokenHash)
}

async function tokenHashIn({ env }: Needs, headers: Headers): Promise<string | null> {
  const token = tokenIn(headers, sessionCookie(env).name)
  return token ? sha256Hex(token) : null
}

async function found({ directory, now }: Needs, tokenHash: string): Promise<Session | null> {
  const nowMs = now().getTime()
  const row = await sessionBy(directory, tokenHash, new Date(nowMs), new Date(nowMs - LONGEST_SESSION_MS))
  if (!row) return null
  const { id, user, office, role, since, twoFactorsAt } = row
  const end = idleEnd(nowMs, row.createdAt.getTime())
  const isRenewed = end - row.expiresAt.getTime() >= RENEW_EVERY_MS
  if (isRenewed) await renewSession(directory, id, new Date(end))
  const endsAt = isRenewed ? new Date(end) : row.expiresAt
  const membership = office && role && since && { office, role, since }
  const session = { sessionId: id, user, twoFactorsAt, endsAt, membership }
  kept.keep(tokenHash, session, nowMs)
  return session
}

const idleEnd = (nowMs: number, createdMs: number) => Math.min(nowMs + IDLE_MS, createdMs + LONGEST_SESSION_MS)
