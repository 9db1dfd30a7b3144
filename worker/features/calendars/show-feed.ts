import { between } from '../../../db/queries/appointments.ts'
import { feedByToken } from '../../../db/queries/calendar-feeds.ts'
import { membersOf } from '../../../db/queries/members.ts'
import { allServices, listResources } from '../../../db/queries/services.ts'
import type { CalendarFeed } from '../../../db/schema/calendars.ts'
import type { Ctx, OfficeCtx } from '../../context.ts'
import { sha256Hex } from '../../kernel/digest.ts'
import { notFound } from '../../kernel/refusal.ts'
import { DAY_MS } from '../../kernel/time.ts'
import { writeCalendar } from '../appointments/rules/ics/write-calendar.ts'
import { officeContextOf } from '../office/open-office.ts'
import { feedEvent } from './rules/feed-events.ts'

const BACK_MS = 90 * DAY_MS
const AHEAD_MS = 366 * DAY_MS
/** Twenty a day for all that time. */
const MOST_EVENTS = 10_000
const TOKEN_LENGTH = 60

/** The calendar behind a secret address, and the mark of this version of it. */
export async function showFeed(ctx: Ctx, token: string): Promise<{ text: string; etag: string }> {
  const feed = token.length > TOKEN_LENGTH ? null : await feedByToken(ctx.directory, await sha256Hex(token))
  const needs = feed && (await officeContextOf(ctx, feed.officeId))
  const owner = needs && (await ownerOf(needs, feed))
  if (!feed || !needs || !owner) throw notFound('calendar')
  const host = new URL(ctx.env.PUBLIC_URL).host
  const text = writeCalendar({ method: 'publish', host, name: owner.name, events: await eventsOf(needs, feed) })
  return { text, etag: `"${(await sha256Hex(text)).slice(0, 32)}"` }
}

/** Whose calendar it is; null once they are no longer of the office, or the thing is out of use. */
async function ownerOf({ directory, db, officeId, office }: OfficeCtx, { whose, whoId }: CalendarFeed) {
  const found =
    whose === 'member'
      ? (await membersOf(directory, officeId)).find(({ userId }) => userId === whoId)
      : (await listResources(db, officeId)).find(({ id }) => id === whoId)
  return found ? { name: `${found.name} – ${office.name}` } : null
}

async function eventsOf({ db, officeId, now }: OfficeCtx, { whose, whoId, privacy }: CalendarFeed) {
  const at = now().getTime()
  const range = { from: new Date(at - BACK_MS), to: new Date(at + AHEAD_MS), limit: MOST_EVENTS }
  const [rows, services, resources] = await Promise.all([
    between(db, officeId, range),
    allServices(db, officeId),
    listResources(db, officeId),
  ])
  const nameOf = new Map([...services, ...resources].map(({ id, name }) => [id, name]))
  return rows.flatMap(({ appointment, contactName }) => {
    const { status, startsAt, endsAt, serviceId, guest } = appointment
    const ids = whose === 'member' ? appointment.staffIds : appointment.resourceIds
    if (!ids.includes(whoId) || status === 'cancelled' || !startsAt || !endsAt) return []
    const resourceNames = appointment.resourceIds.flatMap((id) => nameOf.get(id) ?? [])
    const personName = contactName ?? guest?.name ?? null
    const serviceName = nameOf.get(serviceId ?? '') ?? null
    return [feedEvent({ ...appointment, startsAt, endsAt, serviceName, personName, resourceNames }, privacy)]
  })
}
