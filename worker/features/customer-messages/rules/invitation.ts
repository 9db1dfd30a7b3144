import type { MailAttachment } from '../../../kernel/mail-attachment.ts'
import { type CalendarEvent, writeCalendar } from '../../appointments/rules/ics/write-calendar.ts'
import type { MessageEvent } from './steps.ts'

const METHODS: Partial<Record<MessageEvent, 'request' | 'cancel'>> = {
  booked: 'request',
  approved: 'request',
  moved: 'request',
  cancelled: 'cancel',
}

export type Invited = {
  event: MessageEvent
  /** A request is no appointment yet, and stands in nobody's calendar. */
  isAgreed: boolean
  appointmentId: string
  /** Grows with each change, so that a calendar keeps the newest. */
  version: number
  host: string
  stampAt: Date
  startsAt: Date
  endsAt: Date
  service: string
  office: { name: string; email: string }
  customer: { name: string; email: string }
  place: string
  manageLink: string
}

/** What goes along with a mail, so that the customer's calendar shows the appointment as it is now; null where nothing does. */
export function invitationFor(invited: Invited): MailAttachment | null {
  const method = METHODS[invited.event]
  if (!method || (method === 'request' && !invited.isAgreed)) return null
  const text = writeCalendar({ method, host: invited.host, events: [eventOf(invited, method)] })
  const name = method === 'cancel' ? 'cancelled.ics' : 'invitation.ics'
  return { name, type: `text/calendar; method=${method.toUpperCase()}; charset=utf-8`, text }
}

/** Only what the customer may know: no note, no answer, and nobody's own address. */
const eventOf = (invited: Invited, method: 'request' | 'cancel'): CalendarEvent => ({
  ...{ uid: invited.appointmentId, sequence: Math.max(0, invited.version - 1), stampAt: invited.stampAt },
  ...{ startsAt: invited.startsAt, endsAt: invited.endsAt },
  summary: `${invited.service}, ${invited.office.name}`,
  location: invited.place || null,
  url: method === 'cancel' ? null : invited.manageLink,
  status: method === 'cancel' ? 'cancelled' : 'confirmed',
  ...{ organizer: invited.office, attendee: invited.customer },
})
