import { removeSession } from '../../../db/queries/sign-in.ts'
import type { Ctx } from '../../context.ts'
import { sha256Hex } from '../../kernel/digest.ts'
import { forgottenCookie, sessionCookie, tokenIn } from './cookie.ts'

/**
 * Ends the session of the request's cookie. Answers the `Set-Cookie` line that forgets it. Not better-auth's act, which
 * reports success also when the session could not be removed.
 */
export async function signOut({ env, directory }: Pick<Ctx, 'env' | 'directory'>, headers: Headers): Promise<string[]> {
  const token = tokenIn(headers, sessionCookie(env).name)
  if (token) await removeSession(directory, await sha256Hex(token))
  return [forgottenCookie(env)]
}
