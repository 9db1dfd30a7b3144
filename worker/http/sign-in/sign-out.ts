import { removeSession } from '../../../db/queries/sign-in.ts'
import type { Ctx } from '../../context.ts'
import { sha256Hex } from '../../kernel/digest.ts'
import { type NoteNeeds, unnamedNote } from './account-note.ts'
import { forgottenCookie, sessionCookie, tokenIn } from './cookie.ts'

/**
 * Ends the session of the request's cookie. Answers the `Set-Cookie` line that forgets it. Not better-auth's act, which
 * reports success also when the session could not be removed.
 */
export async function signOut(needs: NoteNeeds & Pick<Ctx, 'env' | 'directory'>, headers: Headers): Promise<string[]> {
  const { env, directory } = needs
  const token = tokenIn(headers, sessionCookie(env).name)
  if (token) await removeSession(directory, await sha256Hex(token), unnamedNote(needs, 'signed_out'))
  return [forgottenCookie(env)]
}
