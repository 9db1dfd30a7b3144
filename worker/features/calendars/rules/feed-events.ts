import type { CalendarEvent } from '../../appointments/rules/ics/write-calendar.ts'
import type { Privacy } from './feed-words.ts'

export type FeedRow = {
  id: string
  kind: 'appointment' | 'block'
  title: string
  serviceName: string | null
  personName: string | null
  resourceNames: string[]
  status: string
  startsAt: Date
  endsAt: Date
  deskVersion: number
  createdAt: Date
}

const BUSY = 'Busy'

/** An appointment as an event of a feed, with only what its privacy lets out. */
export function feedEvent(row: FeedRow, privacy: Privacy): CalendarEvent {
  const { id, startsAt, endsAt, deskVersion, createdAt, status, resourceNames } = row
  return {
    uid: id,
    sequence: Math.max(0, deskVersion - 1),
    // Not the time of writing, or the same calendar would be another one at each look.
    stampAt: createdAt,
    ...{ startsAt, endsAt },
    summary: summaryOf(row, privacy),
    location: privacy === 'full' && resourceNames.length > 0 ? resourceNames.join(', ') : null,
    status: status === 'requested' ? 'tentative' : 'confirmed',
  }
}

/** A title may hold a name: without names there is the service, or that it is an appointment. */
function summaryOf({ kind, title, serviceName, personName }: FeedRow, privacy: Privacy): string {
  if (privacy === 'busy') return BUSY
  if (privacy === 'service') return kind === 'block' ? BUSY : (serviceName ?? 'Appointment')
  return personName === null ? title : `${title} – ${personName}`
}
