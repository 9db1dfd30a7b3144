import { Hono } from 'hono'
import { receiveCalendar } from '../features/calendars/receive-file.ts'
import { notFound, Refusal } from '../kernel/refusal.ts'
import type { HttpEnv } from './app.ts'
import { sessionOf } from './session.ts'

export const calendarImports = new Hono<HttpEnv>()

/** Takes a calendar file for a member's calendar; its bytes are the body, streamed as they come. */
calendarImports.post('/', async (c) => {
  const ctx = c.get('ctx')
  const session = await sessionOf(ctx, c.req.raw.headers)
  if (!session) throw new Refusal('unauthenticated', 'Please sign in.')
  const { membership, user } = session
  if (!membership) throw notFound('office')
  if (membership.role === 'viewer')
    throw new Refusal('not_allowed', 'You may look at this office, but not change anything in it.')
  const needs = {
    ...ctx.forOffice(membership.office),
    member: { userId: user.id, name: user.name, role: membership.role },
  }
  const { body } = c.req.raw
  if (!body) throw new Refusal('invalid', 'This file is empty. Choose another one.')
  // The platform refuses a body that is not as long as it says, and the store one whose length nobody says.
  const bytes = Number(c.req.header('content-length'))
  const sent = { userId: c.req.query('userId') ?? '', name: c.req.query('name') ?? '', bytes, body }
  return c.json(await receiveCalendar(needs, sent))
})
