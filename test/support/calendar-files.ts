import { exports } from 'cloudflare:workers'
import { eventually } from './mails.ts'
import { ORIGIN, type Person } from './people.ts'

const EMPTY = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'

/** Sends a calendar file for a member's calendar, as the page does. */
export function sendCalendar(
  person: Person,
  userId: string,
  content: string | Uint8Array<ArrayBuffer>,
  name = 'old.ics',
): Promise<Response> {
  const body = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return exports.default.fetch(`${ORIGIN}/api/calendar-imports?${new URLSearchParams({ userId, name })}`, {
    method: 'POST',
    headers: { origin: ORIGIN, cookie: person.cookie, 'content-length': String(body.length) },
    body,
  })
}

/** One that was sent and looked through. */
export async function sentCalendar(person: Person, userId: string, name: string): Promise<string> {
  const answer = await sendCalendar(person, userId, EMPTY, name)
  const { id } = (await answer.json()) as { id: string }
  await eventually(async () => (await person.caller.calendars.importById.query({ id })).state === 'checked')
  return id
}
