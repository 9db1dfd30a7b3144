import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { z } from 'zod'
import { Refusal } from '../../kernel/refusal.ts'
import { SECOND_MS } from '../../kernel/time.ts'
import type { HttpContext, HttpEnv } from '../app.ts'
import type { SignInNeeds } from './auth.ts'
import { RequestReset, ResetPassword, SignIn, SignUp } from './input.ts'
import { TooMany } from './limits.ts'
import { placeOf } from './place.ts'
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
  const cookies = await signUp(needsOf(c), await inputOf(c, SignUp))
  return answer(c, cookies ?? [], { signedIn: cookies !== null })
})

signInRoutes.post('/sign-in/email', async (c) => {
  const { signIn } = await import('./sign-in.ts')
  return answer(c, await signIn(needsOf(c), await inputOf(c, SignIn)), { signedIn: true })
})

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

function needsOf(c: HttpContext): SignInNeeds {
  const { headers } = c.req.raw
  const later = (work: Promise<unknown>) => c.executionCtx.waitUntil(work)
  return { ...c.get('ctx'), headers, place: placeOf(headers), later }
}

/** The body, if it is JSON of this shape; a form of another site could send anything but JSON. */
async function inputOf<Schema extends z.ZodType>(c: HttpContext, schema: Schema): Promise<z.infer<Schema>> {
  const isJson = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() === 'application/json'
  if (!isJson) throw new Refusal('invalid', 'This address takes JSON only.')
  const body = schema.safeParse(parsed(await c.req.text()))
  if (body.success) return body.data
  const [issue] = body.error.issues
  throw new Refusal('invalid', issue?.message ?? 'This input cannot be read.')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal('invalid', 'This is not JSON.')
    throw error
  }
}

function answer(c: HttpContext, cookies: string[], body: Record<string, boolean>): Response {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true })
  return c.json(body)
}
