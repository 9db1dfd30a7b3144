import { type Context, Hono } from 'hono'
import type { z } from 'zod'
import { officeBySlug } from '../../db/queries/office.ts'
import type { OfficeCtx } from '../context.ts'
import { bookAsGuest, guestSlots, holdTime, letTimeGo } from '../features/booking/book-as-guest.ts'
import {
  GuestBook,
  GuestHold,
  GuestLetGo,
  GuestSlotsAsked,
  ManagedCancel,
  ManagedMove,
  ManagedSlotsAsked,
} from '../features/booking/input.ts'
import { cancelManaged, managedSlots, moveManaged, openManaged, showManaged } from '../features/booking/manage.ts'
import { showOffice } from '../features/booking/show-office.ts'
import { jsonOf } from '../kernel/json.ts'
import { notFound, Refusal } from '../kernel/refusal.ts'
import type { HttpContext, HttpEnv } from './app.ts'
import { type Act, limitAttempts } from './sign-in/limits.ts'
import { placeOf } from './sign-in/place.ts'
import { readCapped } from './webhooks/read-capped.ts'

// The doors of the booking page and of the links in its mails. Whoever comes is nobody in particular: what is answered
// holds nothing about other customers, and GET only shows, because mail scanners open every link.

/** A form with all its answers is far smaller. */
const LARGEST_BODY_BYTES = 64 * 1024

export const booking = new Hono<HttpEnv>()
booking.get('/:officeSlug', async (c) => c.json(await showOffice(await officeOf(c))))
booking.get('/:officeSlug/slots', async (c) =>
  c.json(await guestSlots(await officeOf(c), parsed(GuestSlotsAsked, c.req.query()))),
)
booking.post('/:officeSlug/hold', async (c) => {
  const input = await bodyOf(c, GuestHold)
  await limit(c, 'hold_time')
  return c.json(await holdTime(await officeOf(c), input))
})
booking.post('/:officeSlug/release', async (c) => {
  await letTimeGo(await officeOf(c), await bodyOf(c, GuestLetGo))
  return c.json({})
})
booking.post('/:officeSlug/book', async (c) => {
  const input = await bodyOf(c, GuestBook)
  await limit(c, 'book', input.email ?? input.phone ?? '')
  return c.json(await bookAsGuest(await officeOf(c), input))
})

export const managing = new Hono<HttpEnv>()
managing.get('/:token', async (c) => c.json(await showManaged(await openedBy(c))))
managing.get('/:token/slots', async (c) =>
  c.json(await managedSlots(await openedBy(c), parsed(ManagedSlotsAsked, c.req.query()))),
)
managing.post('/:token/move', async (c) => {
  const input = await bodyOf(c, ManagedMove)
  await limit(c, 'manage')
  return c.json(await moveManaged(await openedBy(c), input))
})
managing.post('/:token/cancel', async (c) => {
  const input = await bodyOf(c, ManagedCancel)
  await limit(c, 'manage')
  return c.json(await cancelManaged(await openedBy(c), input))
})

async function officeOf(c: Context<HttpEnv>): Promise<OfficeCtx> {
  const ctx = c.get('ctx')
  const office = await officeBySlug(ctx.directory, c.req.param('officeSlug') ?? '')
  if (!office) throw notFound('office')
  return ctx.forOffice(office)
}

const openedBy = (c: Context<HttpEnv>) => openManaged(c.get('ctx'), c.req.param('token') ?? '')

/** How often somebody does this: by who they say they are, and from where they come. */
const limit = (c: HttpContext, act: Act, who = '') =>
  limitAttempts(c.get('ctx'), act, { email: who.toLowerCase(), place: placeOf(c.req.raw.headers) })

async function bodyOf<Schema extends z.ZodType>(c: HttpContext, schema: Schema): Promise<z.output<Schema>> {
  const read = await readCapped(c.req.raw.body, LARGEST_BODY_BYTES)
  if (!read.ok) throw new Refusal('too_large', 'This is more than the form can hold.')
  return parsed(schema, jsonOf(new TextDecoder().decode(read.bytes)))
}

function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new Refusal('invalid', result.error.issues[0]?.message ?? 'This cannot be read.')
}
