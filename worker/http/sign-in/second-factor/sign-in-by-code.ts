import { addProvedSession, secondFactorOf } from '../../../../db/queries/second-factor.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { IDLE_MS } from '../../session.ts'
import type { Opening, SignInNeeds } from '../auth.ts'
import { newToken } from '../new-token.ts'
import type { GiveCode } from './input.ts'
import { noLongerPendingLine, pendingUser } from './pending-sign-in.ts'
import { proveCode } from './prove.ts'

/** Opens the session that a right password in this browser left waiting for a code. */
export async function signInByCode(needs: SignInNeeds, { code }: GiveCode): Promise<Opening> {
  const { env, directory, headers, now, newId } = needs
  const userId = await pendingUser(env, headers, now())
  const factor = userId === null ? null : await secondFactorOf(directory, userId)
  if (!factor?.confirmedAt)
    throw new Refusal('unauthenticated', 'This took longer than five minutes. Please enter your password again.')
  await proveCode(needs, factor, code)
  const { tokenHash: token, line } = await newToken(env)
  const expiresAt = new Date(now().getTime() + IDLE_MS)
  const userAgent = headers.get('user-agent')
  await addProvedSession(directory, { id: newId(), userId: factor.userId, token, expiresAt, userAgent }, now())
  return { signedIn: true, cookies: [line, noLongerPendingLine(env)] }
}
