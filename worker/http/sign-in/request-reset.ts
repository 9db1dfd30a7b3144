import { type SignInNeeds, sendResetLink } from './auth.ts'
import type { RequestReset } from './input.ts'
import { limitAttempts } from './limits.ts'

/**
 * Sends a link to set a new password, if anybody has the address. All but the limit comes after the answer, so that
 * neither what it says nor the time it takes tells whether anybody does.
 */
export async function requestReset(needs: SignInNeeds, { email }: RequestReset): Promise<void> {
  await limitAttempts(needs, 'reset', { email, place: needs.place })
  needs.later(sendResetLink(needs, email).catch((error) => needs.log.fault('reset_link_not_made', error)))
}
