import { showFeed } from '../features/calendars/show-feed.ts'
import { notFound } from '../kernel/refusal.ts'
import type { HttpContext } from './app.ts'

/** A calendar at its secret address, for whatever program subscribed to it; nothing of it is kept on the way. */
export async function calendarFeed(c: HttpContext) {
  const file = c.req.param('file') ?? ''
  if (!file.endsWith('.ics')) throw notFound('calendar')
  const { text, etag } = await showFeed(c.get('ctx'), file.slice(0, -'.ics'.length))
  const headers = { ETag: etag, 'Cache-Control': 'private, no-cache', 'X-Robots-Tag': 'noindex' }
  if (marksIn(c.req.header('if-none-match')).includes(etag)) return c.body(null, 304, headers)
  return c.body(text, 200, {
    ...headers,
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': 'inline; filename="calendar.ics"',
  })
}

/** A proxy on the way may have made a mark a weak one. */
const marksIn = (header = '') => header.split(',').map((mark) => mark.trim().replace(/^W\//, ''))
