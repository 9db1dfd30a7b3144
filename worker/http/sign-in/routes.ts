import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Refusal } from '../../kernel/refusal.ts'
import { SECOND_MS } from '../../kernel/time.ts'
import type { HttpEnv } from '../app.ts'
import { accountRoutes } from './account-routes.ts'
import { answer, inputOf, needsOf } from './asked.ts'
import { RequestReset, ResetPassword, SignIn, SignUp } from './input.ts'
import { TooMany } from './limits.ts'
import { GiveCode } from './second-factor/input.ts'
import { secondFactorRoutes } from './second-factor/routes.ts'
import { signOut } from './sign-out.ts'

/** Far more than a name, an address and a password take. */
const LONGEST_BODY_BYTES = 10_000

/**
 * The acts of signing in, and no others: better-auth's own addresses stay shut. It is loaded with the first act, because
 * it is the heaviest part of the Worker and most requests only look a session up.
 */
export const signInRoutes = new Hono<HttpEnv>()

signInRoutes.use(bodyLimit({ maxSize: LONGEST_BODY_BYTES, onError: refuseLength }))
signInRoutes.use(async (c, next) => {
  await next()
  if (c.error instanceof TooMany) c.header('Retry-After', String(Math.ceil(c.error.waitMs / SECOND_MS)))
})

signInRoutes.post('/sign-up/email', async (c) => {
  const { signUp } = await import('./sign-up.ts')
  const { cookies, ...told } = await signUp(needsOf(c), await inputOf(c, SignUp))
  return answer(c, cookies, told)
})

signInRoutes.post('/sign-in/email', async (c) => {
  const { signIn } = await import('./sign-in.ts')
  const { cookies, ...told } = await signIn(needsOf(c), await inputOf(c, SignIn))
  return answer(c, cookies, told)
})

signInRoutes.post('/sign-in/code', async (c) => {
  const { signInByCode } = await import('./second-factor/sign-in-by-code.ts')
  const { cookies, ...told } = await signInByCode(needsOf(c), await inputOf(c, GiveCode))
  return answer(c, cookies, told)
})

signInRoutes.route('/second-factor', secondFactorRoutes)
signInRoutes.route('/account', accountRoutes)

signInRoutes.post('/sign-out', async (c) => {
  const cookies = await signOut(c.get('ctx'), c.req.raw.headers)
  c.header('Clear-Site-Data', '"cache", "storage"')
  return answer(c, cookies, { signedIn: false })
})

signInRoutes.post('/request-password-reset', async (c) => {
  const { requestReset } = await import('./request-reset.ts')
  await requestReset(needsOf(c), await inputOf(c, RequestReset))
  return answer(c, [], { asked: true })
})

signInRoutes.post('/reset-password', async (c) => {
  const { resetPassword } = await import('./reset-password.ts')
  await resetPassword(needsOf(c), await inputOf(c, ResetPassword))
  return answer(c, [], { set: true })
})

function refuseLength(): never {
  throw new Refusal('too_large', 'This is longer than any sign-in needs.')
}
