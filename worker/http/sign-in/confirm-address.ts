import { isConflict } from '#dialect'
import { type EmailProof, proofBy, redeemProof } from '../../../db/queries/email-proofs.ts'
import { sha256Hex } from '../../kernel/digest.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { accountNote } from './account-note.ts'
import type { SignInNeeds } from './auth.ts'
import type { ConfirmAddress } from './input.ts'
import { addressChangedMail } from './mails.ts'

const worthless = () => new Refusal('invalid', 'This link was used before, or is too old. Please ask for a new one.')

/** Uses the link of a mail up: its address is the user's from then on. The address before is told of a change. */
export async function confirmAddress(needs: SignInNeeds, { token }: ConfirmAddress): Promise<{ email: string }> {
  const proof = await proofBy(needs.directory, await sha256Hex(token), needs.now())
  if (!proof) throw worthless()
  const isChange = proof.before !== proof.email
  if (!(await redeem(needs, proof, isChange))) throw worthless()
  if (isChange) tellBefore(needs, proof)
  return { email: proof.email }
}

async function redeem(needs: SignInNeeds, proof: EmailProof, isChange: boolean): Promise<boolean> {
  const note = accountNote(needs, isChange ? 'address_changed' : 'address_confirmed', proof.userId)
  try {
    return await redeemProof(needs.directory, proof, note)
  } catch (error) {
    if (isConflict(error)) throw new Refusal('conflict', 'Another account has this address by now.')
    throw error
  }
}

function tellBefore({ mail, log, newId, later }: SignInNeeds, { before, email }: EmailProof): void {
  later(mail.send(addressChangedMail(newId(), before, email)).catch((error) => log.fault('change_not_told', error)))
}
