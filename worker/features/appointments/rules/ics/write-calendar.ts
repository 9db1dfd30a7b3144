import { addressLine, foldedLine, instantOf, textOf, uriOf } from './lines.ts'

export type CalendarPerson = { name: string | null; email: string }

export type CalendarEvent = {
  /** The same for as long as the event exists: by it a calendar knows that this is an event it has. */
  uid: string
  /** How often its time was changed: of two, a calendar keeps the higher one. */
  sequence: number
  /** When this was written down. */
  stampAt: Date
  startsAt: Date
  endsAt: Date
  summary: string
  description?: string | null
  location?: string | null
  url?: string | null
  status: 'confirmed' | 'tentative' | 'cancelled'
  /** Only what the receiver may know of them. */
  organizer?: CalendarPerson | null
  attendee?: CalendarPerson | null
}

export type CalendarFile = {
  /** `publish`: to be looked at. `request`: new or changed. `cancel`: called off. The last two need an organizer. */
  method: 'publish' | 'request' | 'cancel'
  /** Whose ids these are; without it `uid` is whole already. */
  host?: string
  /** What a calendar that is subscribed to is called. */
  name?: string
  events: readonly CalendarEvent[]
}

/** A calendar file (RFC 5545): times in UTC, which every calendar shows in its owner's zone. */
export function writeCalendar({ method, host, name, events }: CalendarFile): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Foyer//Foyer//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${method.toUpperCase()}`,
    // The first is the name that RFC 7986 gave it, the second the one that most calendars read.
    ...(name ? [`NAME:${textOf(name)}`, `X-WR-CALNAME:${textOf(name)}`] : []),
    ...events.flatMap((event) => eventLines(event, method, host)),
    'END:VCALENDAR',
  ]
  return lines.map(foldedLine).join('')
}

function eventLines(event: CalendarEvent, method: CalendarFile['method'], host: string | undefined): string[] {
  const { uid, sequence, stampAt, startsAt, endsAt, summary, description, location, url, organizer, attendee } = event
  const status = method === 'cancel' ? 'cancelled' : event.status
  return [
    'BEGIN:VEVENT',
    `UID:${textOf(host ? `${uid}@${host}` : uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${instantOf(stampAt)}`,
    `DTSTART:${instantOf(startsAt)}`,
    `DTEND:${instantOf(endsAt)}`,
    `SUMMARY:${textOf(summary)}`,
    ...(description ? [`DESCRIPTION:${textOf(description)}`] : []),
    ...(location ? [`LOCATION:${textOf(location)}`] : []),
    ...(url ? [`URL:${uriOf(url)}`] : []),
    `STATUS:${status.toUpperCase()}`,
    // What was called off keeps nobody from anything.
    `TRANSP:${status === 'cancelled' ? 'TRANSPARENT' : 'OPAQUE'}`,
    ...(organizer ? [addressLine('ORGANIZER', organizer)] : []),
    // They asked for this time themselves, so that there is nothing to answer.
    ...(attendee ? [addressLine('ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE', attendee)] : []),
    'END:VEVENT',
  ]
}
