import { Refusal } from '../../kernel/refusal.ts'
import { openSession, type SignInNeeds } from './auth.ts'
import type { SignIn } from './input.ts'
import { forgiveAttempts, limitAttempts } from './limits.ts'

/** Opens a session. Answers its `Set-Cookie` lines; a wrong password and an unknown address are refused alike. */
export async function signIn(needs: SignInNeeds, input: SignIn): Promise<string[]> {
  await limitAttempts(needs, 'sign_in', { email: input.email, place: needs.place })
  const cookies = await openSession(needs, input)
  if (!cookies) throw new Refusal('unauthenticated', 'This address and password do not fit together.')
  await forgiveAttempts(needs, 'sign_in', input.email)
  return cookies
}
