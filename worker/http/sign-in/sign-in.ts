import { Refusal } from '../../kernel/refusal.ts'
import { type Opening, openSession, type SignInNeeds } from './auth.ts'
import type { SignIn } from './input.ts'
import { forgiveAttempts, limitAttempts } from './limits.ts'

/** Opens a session, or asks for a code first; a wrong password and an unknown address are refused alike. */
export async function signIn(needs: SignInNeeds, input: SignIn): Promise<Opening> {
  await limitAttempts(needs, 'sign_in', { email: input.email, place: needs.place })
  const opening = await openSession(needs, input)
  if (!opening) throw new Refusal('unauthenticated', 'This address and password do not fit together.')
  await forgiveAttempts(needs, 'sign_in', input.email)
  return opening
}
