import type { Env } from '../env.ts'

/**
 * Whether a request that may change something comes from our own pages. A browser always names its origin on such a
 * request; a program that names none carries no cookie of ours by accident.
 */
export function isOurOwnRequest(request: Request, env: Pick<Env, 'PUBLIC_URL' | 'STAGE'>): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return true
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return false
  const origin = request.headers.get('origin')
  return origin === null || origin === new URL(request.url).origin || origin === new URL(env.PUBLIC_URL).origin
}
