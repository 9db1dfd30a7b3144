import { EVENT_NAMES } from '../../../worker/features/customer-messages/rules/event-names.ts'
import { isTimed, type Unit, type Way } from '../../../worker/features/customer-messages/rules/steps.ts'
import type { StepShown } from './types.ts'

const UNIT_WORDS: Record<Unit, [one: string, many: string]> = {
  minute: ['minute', 'minutes'],
  hour: ['hour', 'hours'],
  day: ['day', 'days'],
  week: ['week', 'weeks'],
}
export const UNIT_CHOICES = (Object.entries(UNIT_WORDS) satisfies [string, string[]][]).map(([value, [, label]]) => ({
  value,
  label: label ?? value,
}))
export const WAY_WORDS: Record<Way, string> = { email: 'Email', sms: 'Text message', both: 'Email and text message' }

const WHEN: Record<StepShown['event'], string> = {
  booked: 'When an appointment is booked',
  requested: 'When somebody asks for a time that you have to confirm',
  approved: 'When you confirm a request',
  declined: 'When a request comes to nothing',
  moved: 'When the time changes',
  cancelled: 'When it is called off',
  reminder: 'before the start',
  follow_up: 'after the end, once it is marked as done',
  missed: 'after the end, once it is marked as missed',
}

/** “1 day”, “2 hours”. */
export const amountWords = (amount: number, unit: Unit) => `${amount} ${UNIT_WORDS[unit][amount === 1 ? 0 : 1]}`

/** When a step goes out, in words. */
export const whenWords = ({ event, amount, unit }: Pick<StepShown, 'event' | 'amount' | 'unit'>) =>
  isTimed(event) ? `${amountWords(amount, unit)} ${WHEN[event]}` : WHEN[event]

export const nameOf = ({ event }: Pick<StepShown, 'event'>) => EVENT_NAMES[event]
