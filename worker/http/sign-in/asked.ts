import type { z } from 'zod'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { HttpContext } from '../app.ts'
import { type Session, sessionOf } from '../session.ts'
import type { SignInNeeds } from './auth.ts'
import { placeOf } from './place.ts'

/** What an act of signing in needs of its request. */
export function needsOf(c: HttpContext): SignInNeeds & Pick<Ctx, 'forOffice'> {
  const { headers } = c.req.raw
  const later = (work: Promise<unknown>) => c.executionCtx.waitUntil(work)
  return { ...c.get('ctx'), headers, place: placeOf(headers), later }
}

/** Who asks; refused when nobody is signed in. */
export async function sessionIn(c: HttpContext): Promise<Session> {
  const session = await sessionOf(c.get('ctx'), c.req.raw.headers)
  if (!session) throw new Refusal('unauthenticated', 'Please sign in.')
  return session
}

/** The body, if it is JSON of this shape; a form of another site could send anything but JSON. */
export async function inputOf<Schema extends z.ZodType>(c: HttpContext, schema: Schema): Promise<z.infer<Schema>> {
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

/** The answer, with its cookies. */
export function answer(c: HttpContext, cookies: string[], body: object): Response {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true })
  return c.json(body)
}
