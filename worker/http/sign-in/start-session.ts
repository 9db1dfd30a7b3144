import { addSession } from '../../../db/queries/sign-in.ts'
import { IDLE_MS } from '../session.ts'
import { accountNote } from './account-note.ts'
import type { SignInNeeds } from './auth.ts'
import { newToken } from './new-token.ts'

type Proof = 'signed_in' | 'signed_in_by_code' | 'signed_in_by_backup_code'

/** Opens a session of somebody who proved to be the user, and says how. Answers its `Set-Cookie` line. */
export async function startSession(needs: SignInNeeds, userId: string, proof: Proof): Promise<string> {
  const { env, directory, headers, newId } = needs
  const note = accountNote(needs, proof, userId)
  const { tokenHash: token, line } = await newToken(env)
  const twoFactorsAt = proof === 'signed_in' ? null : note.at
  const expiresAt = new Date(note.at.getTime() + IDLE_MS)
  const userAgent = headers.get('user-agent')
  await addSession(directory, { id: newId(), userId, token, expiresAt, userAgent, twoFactorsAt }, note)
  return line
}
