import { Refusal } from '../../kernel/refusal.ts'
import { type SignInNeeds, setPassword } from './auth.ts'
import type { ResetPassword } from './input.ts'
import { refuseWeak } from './refuse-weak.ts'

/** Sets a new password by the link of a mail, and ends every session of the user. */
export async function resetPassword(needs: SignInNeeds, input: ResetPassword): Promise<void> {
  await refuseWeak(needs, input.password, null)
  if (!(await setPassword(needs, input)))
    throw new Refusal('invalid', 'This link was used before, or is too old. Please ask for a new one.')
}
