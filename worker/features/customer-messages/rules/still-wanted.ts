import type { AppointmentStatus } from '../../../kernel/diary.ts'
import { type MessageEvent, TIMED, type TimedEvent } from './steps.ts'

type Told = { event: MessageEvent; startsAt: number }
type Now = { status: AppointmentStatus; startsAt: number | null }

/** In which state an appointment is while it is still worth telling. */
const WHILE: Record<MessageEvent, readonly AppointmentStatus[]> = {
  booked: ['confirmed'],
  requested: ['requested'],
  approved: ['confirmed'],
  declined: ['cancelled'],
  moved: ['confirmed', 'requested'],
  cancelled: ['cancelled'],
  reminder: ['confirmed'],
  follow_up: ['done'],
  missed: ['no_show'],
}
/** What is only of use before the appointment begins. */
const AHEAD: readonly MessageEvent[] = ['booked', 'requested', 'approved', 'declined', 'moved', 'cancelled', 'reminder']

const STATUS_WORDS: Record<AppointmentStatus, string> = {
  requested: 'is not agreed yet',
  confirmed: 'is booked',
  arrived: 'has begun',
  done: 'is over',
  no_show: 'was missed',
  cancelled: 'was cancelled',
}

/** Why a message is not sent any more, in a sentence; null while it still is. Null for the appointment: it is gone. */
export function notWanted({ event, startsAt }: Told, appointment: Now | null, now: number): string | null {
  if (!appointment) return 'The appointment is gone.'
  const { status } = appointment
  if (!WHILE[event].includes(status)) return `The appointment ${STATUS_WORDS[status]}.`
  if (appointment.startsAt !== startsAt) return 'The appointment has another time now.'
  if (AHEAD.includes(event) && startsAt <= now) return 'The appointment has begun.'
  return null
}

/** The steps that come at a time of their own while an appointment is in this state. */
export const timedWhile = (status: AppointmentStatus): TimedEvent[] =>
  TIMED.filter((event) => WHILE[event].includes(status))
