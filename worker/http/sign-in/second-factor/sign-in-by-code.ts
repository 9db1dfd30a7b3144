import { secondFactorOf } from '../../../../db/queries/second-factor.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Opening, SignInNeeds } from '../auth.ts'
import { startSession } from '../start-session.ts'
import type { GiveCode } from './input.ts'
import { noLongerPendingLine, pendingUser } from './pending-sign-in.ts'
import { proveCode } from './prove.ts'

/** Opens the session that a right password in this browser left waiting for a code. */
export async function signInByCode(needs: SignInNeeds, { code }: GiveCode): Promise<Opening> {
  const { env, directory, headers, now } = needs
  const userId = await pendingUser(env, headers, now())
  const factor = userId === null ? null : await secondFactorOf(directory, userId)
  if (!factor?.confirmedAt)
    throw new Refusal('unauthenticated', 'This took longer than five minutes. Please enter your password again.')
  const proof = (await proveCode(needs, factor, code)) === 'app' ? 'signed_in_by_code' : 'signed_in_by_backup_code'
  const line = await startSession(needs, factor.userId, proof)
  return { signedIn: true, cookies: [line, noLongerPendingLine(env)] }
}
