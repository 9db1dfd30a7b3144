import { serialize } from 'hono/utils/cookie'
import type { Env } from '../../env.ts'
import { base32Of } from '../../kernel/base32.ts'
import { sha256Hex } from '../../kernel/digest.ts'
import { SECOND_MS } from '../../kernel/time.ts'
import { LONGEST_SESSION_MS } from '../session.ts'
import { sessionCookie } from './cookie.ts'

const TOKEN_BYTES = 32

/** A token for a session that we open or renew ourselves: what the row holds of it, and its `Set-Cookie` line. */
export async function newToken(env: Pick<Env, 'STAGE' | 'PUBLIC_URL'>): Promise<{ tokenHash: string; line: string }> {
  const token = base32Of(crypto.getRandomValues(new Uint8Array(TOKEN_BYTES)))
  const { name, secure } = sessionCookie(env)
  const maxAge = LONGEST_SESSION_MS / SECOND_MS
  const line = serialize(name, token, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge })
  return { tokenHash: await sha256Hex(token), line }
}
