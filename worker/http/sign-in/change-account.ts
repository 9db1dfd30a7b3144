import { putPassword } from '../../../db/queries/account.ts'
import { userByEmail } from '../../../db/queries/sign-in.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Session } from '../session.ts'
import { accountNote } from './account-note.ts'
import type { SignInNeeds } from './auth.ts'
import { endSockets } from './end-sockets.ts'
import type { ChangeAddress, ChangePassword } from './input.ts'
import { limitAttempts } from './limits.ts'
import { newToken } from './new-token.ts'
import { hashPassword } from './password.ts'
import { refuseWeak } from './refuse-weak.ts'
import { provePassword } from './second-factor/prove.ts'
import { sendProof } from './send-proof.ts'

type ChangeNeeds = SignInNeeds & Pick<Ctx, 'forOffice'>

/**
 * Sends a link to the new address, which becomes the user's when it is opened. Whether somebody else has the address is
 * not told, neither by the answer nor by its time.
 */
export async function changeAddress(needs: SignInNeeds, { user }: Session, input: ChangeAddress): Promise<void> {
  const { email, password } = input
  await provePassword(needs, user, password)
  if (email === user.email) throw new Refusal('invalid', 'This is your address already.')
  await limitAttempts(needs, 'proof', { email, place: needs.place })
  needs.later(sendUnlessTaken(needs, user.id, email).catch((error) => needs.log.fault('proof_not_sent', error)))
}

async function sendUnlessTaken(needs: SignInNeeds, userId: string, email: string): Promise<void> {
  const taken = await userByEmail(needs.directory, email)
  if (!taken) await sendProof(needs, userId, email)
}

/** Sets another password. The session goes on under a new token, and the user's others end. */
export async function changePassword(needs: ChangeNeeds, session: Session, input: ChangePassword) {
  const { user, sessionId } = session
  await provePassword(needs, user, input.password)
  await refuseWeak(needs, input.newPassword, user.email)
  const { tokenHash, line } = await newToken(needs.env)
  const hash = await hashPassword(input.newPassword)
  const note = accountNote(needs, 'password_changed', user.id)
  await putPassword(needs.directory, hash, { sessionId, tokenHash }, note)
  await endSockets(needs, session)
  return [line]
}
