import { type SignInNeeds, sendResetLink } from './auth.ts'
import type { RequestReset } from './input.ts'
import { limitAttempts } from './limits.ts'

/** Sends a link to set a new password. The answer is the same whether or not anybody has the address. */
export async function requestReset(needs: SignInNeeds, { email }: RequestReset): Promise<void> {
  await limitAttempts(needs, 'reset', { email, place: needs.place })
  await sendResetLink(needs, email)
}
