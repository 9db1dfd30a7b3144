import type { Ctx } from '../../context.ts'
import { sha1Hex } from '../../kernel/digest.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { weaknessOf } from './weak-password.ts'

const PREFIX_LETTERS = 5

type Needs = Pick<Ctx, 'breaches' | 'log'>

/** Refuses a new password that others would try: a common one, the address, or one that was stolen elsewhere. */
export async function refuseWeak(needs: Needs, password: string, email: string | null): Promise<void> {
  const weakness = weaknessOf(password, email)
  if (weakness) throw new Refusal('invalid', weakness)
  if (await wasStolen(needs, password))
    throw new Refusal(
      'invalid',
      'This password was stolen from another site, so others will try it. Please choose another.',
    )
}

/** While nobody can say whether it was stolen, a password is accepted: signing up must not depend on another service. */
async function wasStolen({ breaches, log }: Needs, password: string): Promise<boolean> {
  const hash = (await sha1Hex(password)).toUpperCase()
  try {
    return (await breaches.knownUnder(hash.slice(0, PREFIX_LETTERS))).has(hash.slice(PREFIX_LETTERS))
  } catch (error) {
    log.fault('stolen_passwords_not_asked', error)
    return false
  }
}
