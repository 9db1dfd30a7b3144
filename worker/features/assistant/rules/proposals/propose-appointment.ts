import { shorten } from '../../../../kernel/text.ts'
import { evidenceOf, type Matter, named } from './matter.ts'
import type { Proposal } from './proposal.ts'
import { senderName } from './sender.ts'
import { dayAfter } from './working-day.ts'

const SERVICE_CHARS = 80

/** The day and the moment wished for: the first named that are still to come, and that belong together. */
function wanted(matter: Matter) {
  const { today } = matter.facts
  const day = named(matter, 'date').find(({ value }) => value >= today)
  // An instant falls on the day before or after in UTC, depending on where the office is.
  const [from, to] = [dayAfter(day?.value ?? today, -1), day && dayAfter(day.value, 1)]
  const isNear = (value: string) => value.slice(0, 10) >= from && (to === undefined || value.slice(0, 10) <= to)
  return { day, moment: named(matter, 'time').find(({ value }) => isNear(value)) }
}

/** A wish for an appointment, with the service and the time where they are named. */
export function proposeAppointment(matter: Matter): Proposal {
  const { day, moment } = wanted(matter)
  const service = named(matter, 'service')[0]
  const what = service ? shorten(service.value, SERVICE_CHARS) : null
  const title = what ? `${what.charAt(0).toUpperCase()}${what.slice(1)} for ${senderName(matter)}` : null
  return {
    action: {
      kind: 'request_appointment',
      payload: {
        title: title ?? `Appointment for ${senderName(matter)}`,
        service: what,
        wantedAt: moment ? new Date(moment.value).toISOString() : null,
        wantedOn: day?.value ?? null,
      },
    },
    evidence: evidenceOf(matter, service, day, moment),
    confidence: matter.understanding.confidence,
  }
}
