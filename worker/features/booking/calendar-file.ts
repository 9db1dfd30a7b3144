import { writeCalendar } from '../appointments/rules/ics/write-calendar.ts'
import type { Opened } from './manage.ts'
import { publicWords } from './show-office.ts'

/** The appointment for the customer's own calendar. It holds what they know already. */
export function calendarFileOf({ needs, entry }: Opened, manageAddress: string): string {
  const { host } = new URL(needs.env.PUBLIC_URL)
  const { address, phone } = publicWords(needs.office)
  const change = `See, move or cancel it: ${manageAddress}`
  const status = entry.status === 'cancelled' ? 'cancelled' : entry.status === 'requested' ? 'tentative' : 'confirmed'
  return writeCalendar({
    method: 'publish',
    host,
    events: [
      {
        ...{ uid: entry.id, sequence: entry.version - 1, stampAt: needs.now(), status },
        ...{ startsAt: new Date(entry.startsAt), endsAt: new Date(entry.endsAt) },
        ...{ summary: `${entry.title}, ${needs.office.name}`, location: address, url: manageAddress },
        description: phone ? `${change}\nPhone: ${phone}` : change,
      },
    ],
  })
}
