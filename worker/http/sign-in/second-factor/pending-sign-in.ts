import { parse, serialize } from 'hono/utils/cookie'
import type { Env } from '../../../env.ts'
import { base64Of, bytesFromBase64 } from '../../../kernel/base64.ts'
import { isKeyedDigest, keyedDigest } from '../../../kernel/digest.ts'
import { MINUTE_MS, SECOND_MS } from '../../../kernel/time.ts'
import { sessionCookie } from '../cookie.ts'

/** How long after the password the code may come. */
const PENDING_MS = 5 * MINUTE_MS

type CookieEnv = Pick<Env, 'STAGE' | 'PUBLIC_URL' | 'SECRET_KEY'>

const signedText = (userId: string, until: string) => `pending sign-in:${userId}:${until}`

function line(env: CookieEnv, value: string, maxAge: number): string {
  const { name, secure } = sessionCookie(env)
  return serialize(`${name}-pending`, value, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge })
}

/**
 * The `Set-Cookie` line that says, signed by us, whose password was right in this browser. Nothing is stored, and nothing
 * is in the body of the answer, so that the code can be given in no other browser.
 */
export async function pendingLine(env: CookieEnv, userId: string, now: Date): Promise<string> {
  const until = String(now.getTime() + PENDING_MS)
  const digest = base64Of(await keyedDigest(env.SECRET_KEY, signedText(userId, until)))
  return line(env, `${userId}~${until}~${digest}`, PENDING_MS / SECOND_MS)
}

/** The `Set-Cookie` line that ends the wait for a code. */
export const noLongerPendingLine = (env: CookieEnv) => line(env, '', 0)

/** Whose password was right in this browser. Null: nobody's, too long ago, or forged. */
export async function pendingUser(env: CookieEnv, headers: Headers, now: Date): Promise<string | null> {
  const name = `${sessionCookie(env).name}-pending`
  const [userId = '', until = '', letters = ''] = (parse(headers.get('cookie') ?? '', name)[name] ?? '').split('~')
  const digest = bytesFromBase64(letters)
  if (!digest || !(await isKeyedDigest(env.SECRET_KEY, signedText(userId, until), digest))) return null
  return Number(until) > now.getTime() ? userId : null
}
