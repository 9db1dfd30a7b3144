import type { Context } from 'hono'
import type { z } from 'zod'
import { officeBySlug } from '../../../db/queries/office.ts'
import type { OfficeCtx } from '../../context.ts'
import { openManaged } from '../../features/booking/manage.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import type { HttpContext, HttpEnv } from '../app.ts'
import { type Act, limitAttempts } from '../sign-in/limits.ts'
import { placeOf } from '../sign-in/place.ts'
import { readCapped } from '../webhooks/read-capped.ts'

// What the doors of the booking page and of the links in its mails share, whether they speak JSON or HTML.

/** A form with all its answers is far smaller. */
const LARGEST_BODY_BYTES = 64 * 1024

export async function officeOf(c: Context<HttpEnv>): Promise<OfficeCtx> {
  const ctx = c.get('ctx')
  const office = await officeBySlug(ctx.directory, c.req.param('officeSlug') ?? '')
  if (!office) throw notFound('office')
  return ctx.forOffice(office)
}

export const openedBy = (c: Context<HttpEnv>) => openManaged(c.get('ctx'), c.req.param('token') ?? '')

/** How often somebody does this: by who they say they are, and from where they come. */
export const limit = (c: HttpContext, act: Act, who = '') =>
  limitAttempts(c.get('ctx'), act, { email: who.toLowerCase(), place: placeOf(c.req.raw.headers) })

/** Counted beside the database, because reading free times must cost no more than reading them. */
export async function limitReads(c: HttpContext): Promise<void> {
  const allowed = await c.env.SLOT_READS?.limit({ key: placeOf(c.req.raw.headers) })
  if (allowed && !allowed.success)
    throw new Refusal('too_many', 'Free times were asked for very often from here. Please wait a minute.')
}

export async function textOf(c: HttpContext): Promise<string> {
  const read = await readCapped(c.req.raw.body, LARGEST_BODY_BYTES)
  if (!read.ok) throw new Refusal('too_large', 'This is more than the form can hold.')
  return new TextDecoder().decode(read.bytes)
}

export function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new Refusal('invalid', result.error.issues[0]?.message ?? 'This cannot be read.')
}
