import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { type Ctx, contextFor } from '../context.ts'
import type { Env } from '../env.ts'
import { Refusal } from '../kernel/refusal.ts'
import { TimeRefusal } from '../kernel/time-refusal.ts'
import { appRouter } from '../trpc/router.ts'
import { booking, managing } from './booking.ts'
import { calendarFeed } from './calendar-feeds.ts'
import { files } from './files.ts'
import { health } from './health.ts'
import { calendarImports, imports } from './imports.ts'
import { live } from './live.ts'
import { prepareLocal } from './local.ts'
import { page } from './page.ts'
import { isOurOwnRequest } from './same-origin.ts'
import { securityHeaders } from './security-headers.ts'
import { forgetAllSessions, recentSessionOf, sessionOf } from './session.ts'
import { signInRoutes } from './sign-in/routes.ts'
import { STATUS } from './status.ts'
import { bookingPages } from './visitors/booking-pages.ts'
import { managePages } from './visitors/manage-pages.ts'
import { emailDoors } from './webhooks/email-doors.ts'
import { smsDoors } from './webhooks/sms-doors.ts'

export type HttpEnv = { Bindings: Env; Variables: { ctx: Ctx } }
export type HttpContext = Context<HttpEnv>

export const app = new Hono<HttpEnv>()

app.use(securityHeaders)
app.use(async (c, next) => {
  // Cloudflare's ray id where there is one, so that our log and theirs can be read side by side.
  const requestId = c.req.header('cf-ray') ?? crypto.randomUUID()
  c.set('ctx', contextFor(c.env, requestId))
  await next()
  c.header('X-Request-Id', requestId)
})

app.onError((error, c) => {
  if (error instanceof TimeRefusal) {
    // A customer is told when, and not with whom.
    const alternatives = error.alternatives.map(({ startsAt }) => new Date(startsAt))
    return c.json({ error: error.code, sentence: error.message, alternatives }, STATUS[error.code])
  }
  if (error instanceof Refusal) return c.json({ error: error.code, sentence: error.message }, STATUS[error.code])
  c.get('ctx').log.fault('request_failed', error, { path: c.req.routePath })
  return c.json({ error: 'fault', sentence: 'Something went wrong on our side. Please try again.' }, 500)
})

app.get('/health', health)
app.get('/live', live)
app.get('/calendar/:file{.+\\.ics}', calendarFeed)
app.post('/local/prepare', prepareLocal)
const onlyOurOwn: MiddlewareHandler<HttpEnv> = async (c, next) => {
  if (!isOurOwnRequest(c.req.raw, c.env)) throw new Refusal('not_allowed', 'This request came from another site.')
  await next()
}
app.use('/files/*', onlyOurOwn)
app.route('/files', files)

app.use('/api/*', onlyOurOwn)

app.route('/api/imports', imports)
app.route('/api/calendar-imports', calendarImports)
app.route('/api/book', booking)
app.route('/api/a', managing)

app.all('/api/trpc/*', (c) => {
  const ctx = c.get('ctx')
  const { headers } = c.req.raw
  let session: ReturnType<typeof sessionOf> | undefined
  return fetchRequestHandler({
    endpoint: '/api/trpc',
    req: c.req.raw,
    router: appRouter,
    createContext: () => ({
      ctx,
      session: () => {
        session ??= sessionOf(ctx, headers)
        return session
      },
      recentSession: () => recentSessionOf(ctx, headers),
    }),
  })
})

app.use('/api/auth/*', async (_, next) => {
  await next()
  forgetAllSessions()
})
app.route('/api/auth', signInRoutes)
app.all('/api/*', () => {
  throw new Refusal('not_found', 'There is nothing at this address.')
})
app.route('/hooks/email', emailDoors)
app.route('/hooks/sms', smsDoors)
app.all('/hooks/*', () => {
  throw new Refusal('not_found', 'There is nothing at this address.')
})
app.use('/book/*', onlyOurOwn)
app.route('/book', bookingPages)
app.use('/a/*', onlyOurOwn)
app.route('/a', managePages)
app.get('*', page)
