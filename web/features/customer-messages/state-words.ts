import { CHANNEL_NAMES, EVENT_NAMES } from '../../../worker/features/customer-messages/rules/event-names.ts'
import { messageWhen } from '../../ui/dates.ts'
import type { CustomerMessage } from './types.ts'

/** What a message is, such as “Reminder, by email”. */
export const titleOf = ({ event, channel }: Pick<CustomerMessage, 'event' | 'channel'>) =>
  `${EVENT_NAMES[event]}, by ${CHANNEL_NAMES[channel]}`

/** What became of it, or will. */
export function stateWords({ state, dueAt, sentAt, why }: CustomerMessage, timeZone: string): string {
  switch (state) {
    case 'planned':
      return `Planned for ${messageWhen(dueAt, timeZone)}`
    case 'queued':
      return why ?? 'Is being sent'
    case 'sending':
      return 'Is being sent'
    case 'sent':
      return `Sent ${messageWhen(sentAt ?? dueAt, timeZone)}`
    case 'delivered':
      return `Delivered ${messageWhen(sentAt ?? dueAt, timeZone)}`
    case 'unknown':
      return `Perhaps sent. ${why ?? ''}`
    case 'failed':
      return `Not sent. ${why ?? ''}`
    case 'skipped':
      return `Left out. ${why ?? ''}`
  }
}
