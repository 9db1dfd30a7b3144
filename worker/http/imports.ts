import { Hono } from 'hono'
import { receiveCalendar } from '../features/calendars/receive-file.ts'
import { receiveFile } from '../features/imports/receive-file.ts'
import type { HttpEnv } from './app.ts'
import { changingMemberAt, fileIn } from './member-at.ts'

/** Takes a file of contacts; its bytes are the body, streamed as they come. */
export const imports = new Hono<HttpEnv>()
imports.post('/', async (c) => {
  const needs = await changingMemberAt(c)
  return c.json(await receiveFile(needs, { name: c.req.query('name') ?? '', ...fileIn(c) }))
})

/** Takes a calendar file for a member's calendar, in the same way. */
export const calendarImports = new Hono<HttpEnv>()
calendarImports.post('/', async (c) => {
  const needs = await changingMemberAt(c)
  const sent = { userId: c.req.query('userId') ?? '', name: c.req.query('name') ?? '', ...fileIn(c) }
  return c.json(await receiveCalendar(needs, sent))
})
