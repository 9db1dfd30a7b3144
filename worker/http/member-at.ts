import { notFound, Refusal } from '../kernel/refusal.ts'
import type { MemberCtx } from '../trpc/procedures.ts'
import type { HttpContext } from './app.ts'
import { sessionOf } from './session.ts'

/** Whoever comes to a door outside of the API, in the office that is open to them. */
export async function memberAt(c: HttpContext): Promise<MemberCtx> {
  const ctx = c.get('ctx')
  const session = await sessionOf(ctx, c.req.raw.headers)
  if (!session) throw new Refusal('unauthenticated', 'Please sign in.')
  const { membership, user } = session
  if (!membership) throw notFound('office')
  return { ...ctx.forOffice(membership.office), member: { userId: user.id, name: user.name, role: membership.role } }
}

/** The same, for what a viewer may not do. */
export async function changingMemberAt(c: HttpContext): Promise<MemberCtx> {
  const needs = await memberAt(c)
  if (needs.member.role === 'viewer')
    throw new Refusal('not_allowed', 'You may look at this office, but not change anything in it.')
  return needs
}

/** The body of a request that is a file, and how long it says it is. */
export function fileIn(c: HttpContext): { bytes: number; body: ReadableStream<Uint8Array> } {
  const { body } = c.req.raw
  if (!body) throw new Refusal('invalid', 'This file is empty. Choose another one.')
  // The platform refuses a body that is not as long as it says, and the store one whose length nobody says.
  return { bytes: Number(c.req.header('content-length')), body }
}
