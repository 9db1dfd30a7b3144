import { parse, serialize } from 'hono/utils/cookie'
import type { Env } from '../../env.ts'

/**
 * The name of the session's cookie, and whether it travels over https only. A laptop that serves plain http sets neither
 * flag nor prefix, because not every browser takes a secure cookie from it.
 */
export function sessionCookie(env: Pick<Env, 'STAGE' | 'PUBLIC_URL'>): { name: string; secure: boolean } {
  const secure = env.STAGE !== 'local' || env.PUBLIC_URL.startsWith('https:')
  return { name: secure ? '__Host-foyer' : 'foyer', secure }
}

/** The `Set-Cookie` line that makes a browser forget the session. */
export function forgottenCookie(env: Pick<Env, 'STAGE' | 'PUBLIC_URL'>): string {
  const { name, secure } = sessionCookie(env)
  return serialize(name, '', { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge: 0 })
}

/**
 * The session's token in the cookie, or null. The signature behind it is better-auth's own; a token of 190 random bits
 * needs none to be unguessable.
 */
export function tokenIn(headers: Headers, name: string): string | null {
  const value = parse(headers.get('cookie') ?? '', name)[name]
  return value?.split('.')[0] || null
}
