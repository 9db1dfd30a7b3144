import type { Env } from '../env.ts'
import { headersOfMember } from '../kernel/live-member.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { HttpContext } from './app.ts'
import { sessionOf } from './session.ts'

/**
 * The office's live socket, for any member: a viewer may listen too. A handshake is a GET that carries the cookie from
 * any site, so the origin is checked here, and must be named: only browsers have business here, and they always do.
 */
export async function live(c: HttpContext): Promise<Response> {
  if (c.req.header('upgrade')?.toLowerCase() !== 'websocket')
    throw new Refusal('invalid', 'This address answers only as a WebSocket.')
  if (!isFromOurPage(c.req.raw, c.env)) throw new Refusal('not_allowed', 'This request came from another site.')
  const session = await sessionOf(c.get('ctx'), c.req.raw.headers)
  if (!session) throw new Refusal('unauthenticated', 'Please sign in.')
  if (!session.membership) throw new Refusal('not_allowed', 'Please open an office first.')
  const { user, membership } = session
  // A request made anew: nothing that the caller wrote reaches the desk, least of all the header that names the member.
  const headers = { Upgrade: 'websocket', ...headersOfMember({ userId: user.id, name: user.name }) }
  return c.env.DESK.getByName(membership.office.id).fetch('https://desk/live', { headers })
}

function isFromOurPage(request: Request, env: Pick<Env, 'PUBLIC_URL'>): boolean {
  const origin = request.headers.get('origin')
  return origin === new URL(request.url).origin || origin === new URL(env.PUBLIC_URL).origin
}
