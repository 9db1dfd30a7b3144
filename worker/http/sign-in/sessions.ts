import { endOtherSessions, endSession, sessionsOf } from '../../../db/queries/account.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { AccountCtx } from '../../trpc/procedures.ts'
import { IDLE_MS, LONGEST_SESSION_MS } from '../session.ts'
import { accountNote } from './account-note.ts'
import { deviceOf } from './device.ts'
import { endSockets } from './end-sockets.ts'
import type { SessionShown } from './input.ts'

/** Where the user is signed in. When a session was used last follows from when it would end. */
export async function listSessions({ ctx, session }: AccountCtx): Promise<SessionShown[]> {
  const now = ctx.now()
  const oldest = new Date(now.getTime() - LONGEST_SESSION_MS)
  const found = await sessionsOf(ctx.directory, session.user.id, now, oldest)
  return found.map(({ id, createdAt, expiresAt, userAgent }) => ({
    id,
    device: deviceOf(userAgent),
    startedAt: createdAt,
    lastUsedAt: new Date(Math.max(createdAt.getTime(), expiresAt.getTime() - IDLE_MS)),
    isThis: id === session.sessionId,
  }))
}

/** Ends one of the user's own sessions, from its next request on. */
export async function endOneSession({ ctx, session }: AccountCtx, { sessionId }: { sessionId: string }): Promise<void> {
  const note = accountNote(ctx, 'sessions_ended', session.user.id)
  if (!(await endSession(ctx.directory, sessionId, note))) throw notFound('session')
  await endSockets(ctx, session)
}

/** Ends all of the user's sessions but this one. */
export async function endOthers({ ctx, session }: AccountCtx): Promise<void> {
  await endOtherSessions(ctx.directory, session.sessionId, accountNote(ctx, 'sessions_ended', session.user.id))
  await endSockets(ctx, session)
}
