import type { MessageEvent } from './steps.ts'

/** What each message is called, on the screens and in the timeline. */
export const EVENT_NAMES: Record<MessageEvent, string> = {
  booked: 'Booked',
  requested: 'Request received',
  approved: 'Request confirmed',
  declined: 'Request declined',
  moved: 'Moved',
  cancelled: 'Cancelled',
  reminder: 'Reminder',
  follow_up: 'After the visit',
  missed: 'Missed',
}

export const CHANNEL_NAMES = { email: 'email', sms: 'text message' } as const
