import { Hono } from 'hono'
import type { z } from 'zod'
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
import { cancelManaged, managedSlots, moveManaged, showManaged } from '../features/booking/manage.ts'
import { showOffice } from '../features/booking/show-office.ts'
import { jsonOf } from '../kernel/json.ts'
import type { HttpContext, HttpEnv } from './app.ts'
import { limit, limitReads, officeOf, openedBy, parsed, textOf } from './visitors/doors.ts'

// The booking page and the links in its mails, for programs. Whoever comes is nobody in particular: what is answered
// holds nothing about other customers, and GET only shows, because mail scanners open every link.

export const booking = new Hono<HttpEnv>()
booking.get('/:officeSlug', async (c) => c.json(await showOffice(await officeOf(c))))
booking.get('/:officeSlug/slots', async (c) => {
  await limitReads(c)
  return c.json(await guestSlots(await officeOf(c), parsed(GuestSlotsAsked, c.req.query())))
})
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
managing.get('/:token/slots', async (c) => {
  await limitReads(c)
  return c.json(await managedSlots(await openedBy(c), parsed(ManagedSlotsAsked, c.req.query())))
})
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

const bodyOf = async <Schema extends z.ZodType>(c: HttpContext, schema: Schema): Promise<z.output<Schema>> =>
  parsed(schema, jsonOf(await textOf(c)))
