import { initTRPC, TRPCError } from '@trpc/server'
import type { Ctx, OfficeCtx } from '../context.ts'
import { lacksSecondFactor } from '../features/office/rules/lacks-second-factor.ts'
import type { Role } from '../features/office/rules/roles.ts'
import { forgetSessions, type Session } from '../http/session.ts'
import { Refusal } from '../kernel/refusal.ts'
import { asTrpcError, shownError } from './errors.ts'

/**
 * What a procedure is given: the wiring, and who asks. The session is looked up once a procedure needs it; for what
 * only looks, one that was found some seconds ago is good enough.
 */
export type TrpcContext = {
  ctx: Ctx
  session: () => Promise<Session | null>
  recentSession: () => Promise<Session | null>
}

const t = initTRPC.context<TrpcContext>().create({ errorFormatter: ({ shape, error }) => shownError(shape, error) })

export const router = t.router

/** Refusals become answers with their code; whatever else is thrown is a fault, logged and told without its details. */
const translated = t.middleware(async ({ ctx, path, next }) => {
  const result = await next()
  if (result.ok) return result
  const cause = result.error.cause ?? result.error
  if (cause instanceof Refusal || result.error.code === 'BAD_REQUEST') throw asTrpcError(result.error)
  ctx.ctx.log.fault('procedure_failed', cause, { path })
  throw new TRPCError({
    code: 'INTERNAL_SERVER_ERROR',
    message: 'Something went wrong on our side. Please try again.',
    cause,
  })
})

/** Anybody, signed in or not. */
export const visitor = t.procedure.use(translated)

/** What the procedures of somebody who is signed in are given. */
export type AccountCtx = Pick<TrpcContext, 'ctx'> & { session: Session }

/** Who is signed in, whether or not they work in an office yet. */
export const account = visitor.use(async ({ ctx, type, next }) => {
  const session = await ctx.session()
  if (!session) throw notSignedIn()
  const result = await next({ ctx: { ...ctx, session, account: session.user } })
  if (type === 'mutation') forget(session)
  return result
})

const notSignedIn = () => new Refusal('unauthenticated', 'Please sign in.')
const forget = ({ user, membership }: Session) =>
  forgetSessions({ userId: user.id, officeId: membership?.office.id ?? null })

export type Member = { userId: string; name: string; role: Role }
/** What the procedures of an office are given: everything a use case may need, and which member asks. */
export type MemberCtx = OfficeCtx & { member: Member }

/** Whoever works in the office of this session. A viewer may look at everything and change nothing but what is their own. */
const inOffice = ({ mayBeRecent, isOwn = false }: { mayBeRecent: boolean; isOwn?: boolean }) =>
  visitor.use(async ({ ctx, type, next }) => {
    const session = await (mayBeRecent && type === 'query' ? ctx.recentSession() : ctx.session())
    if (!session) throw notSignedIn()
    const { membership, user } = session
    if (!membership) throw new Refusal('not_allowed', 'Please open an office first.')
    if (type === 'mutation' && !isOwn && membership.role === 'viewer')
      throw new Refusal('not_allowed', 'You may look at this office, but not change anything in it.')
    const asking: Member = { userId: user.id, name: user.name, role: membership.role }
    const result = await next({ ctx: { ...ctx, ...ctx.ctx.forOffice(membership.office), session, member: asking } })
    if (type === 'mutation') forget(session)
    return result
  })

export const member = inOffice({ mayBeRecent: true })

/** What concerns this member alone, such as which notices they have read: a viewer's as well. */
export const own = inOffice({ mayBeRecent: true, isOwn: true })

/** Whoever owns the office: settings, members, secrets and dead jobs are theirs, by two factors where it asks for them. */
export const owner = inOffice({ mayBeRecent: false }).use(async ({ ctx, next }) => {
  if (ctx.member.role !== 'owner') throw new Refusal('not_allowed', 'Only an owner of the office may do this.')
  const { membership, twoFactorsAt } = ctx.session
  const isRequired = ctx.office.requireSecondFactor
  if (membership && lacksSecondFactor({ isRequired, memberSince: membership.since, twoFactorsAt }, ctx.now()))
    throw new Refusal(
      'not_allowed',
      'Owners of this office need a second factor. Please switch it on in the settings, under “Your account”.',
    )
  return next({ ctx })
})
