import { putProof } from '../../../db/queries/email-proofs.ts'
import { base32Of } from '../../kernel/base32.ts'
import { sha256Hex } from '../../kernel/digest.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { DAY_MS } from '../../kernel/time.ts'
import type { Session } from '../session.ts'
import type { SignInNeeds } from './auth.ts'
import { limitAttempts } from './limits.ts'
import { proofMail } from './mails.ts'

/** It opens nothing, so that it may wait longer than a link to a new password: mail is not read within ten minutes. */
const PROOF_MS = DAY_MS
const TOKEN_BYTES = 32

type Needs = Pick<SignInNeeds, 'env' | 'directory' | 'mail' | 'now' | 'newId'>

/** Sends a link that proves that the address is the user's, and becomes theirs if it is another than they have. */
export async function sendProof(needs: Needs, userId: string, email: string): Promise<void> {
  const { env, directory, mail, now, newId } = needs
  const token = base32Of(crypto.getRandomValues(new Uint8Array(TOKEN_BYTES)))
  const expiresAt = new Date(now().getTime() + PROOF_MS)
  await putProof(directory, { userId, email, tokenHash: await sha256Hex(token), expiresAt })
  await mail.send(proofMail(newId(), email, `${env.PUBLIC_URL}/confirm-address?token=${token}`))
}

/** Sends the link anew to somebody who has not opened it yet. */
export async function sendProofAgain(needs: SignInNeeds, { user }: Session): Promise<void> {
  if (user.emailVerified) throw new Refusal('conflict', 'Your address is confirmed already.')
  await limitAttempts(needs, 'proof', { email: user.email, place: needs.place })
  await sendProof(needs, user.id, user.email)
}
