import type { ActivityKind } from '../../../../db/schema/timeline.ts'
import type { MessageEvent } from './steps.ts'

/** What was said of an appointment before: what happened to it, and whether the customer was told that there is one. */
export type Before = { kinds: readonly ActivityKind[]; wasTold: boolean }

/**
 * What a customer is told of a change, or null. Whoever was told of no appointment yet hears that it is booked and not
 * that it was moved; a request that comes to nothing is declined, unless they called it off themselves.
 */
export function eventOf(
  kind: ActivityKind,
  { isAgreed, isByCustomer }: { isAgreed: boolean; isByCustomer: boolean },
  { kinds, wasTold }: Before,
): MessageEvent | null {
  const wasAgreed = kinds.some((each) => each === 'appointment_booked' || each === 'appointment_confirmed')
  switch (kind) {
    case 'appointment_booked':
      return 'booked'
    case 'appointment_requested':
      return 'requested'
    case 'appointment_confirmed':
      return 'approved'
    case 'appointment_moved':
      return wasTold ? 'moved' : isAgreed ? 'booked' : 'requested'
    case 'appointment_cancelled':
      if (!wasTold) return null
      return wasAgreed || isByCustomer ? 'cancelled' : 'declined'
    case 'appointment_reopened':
      // Called off and taken back: the customer has been told that it is cancelled.
      return kinds.at(-1) === 'appointment_cancelled' && isAgreed ? 'booked' : null
    default:
      return null
  }
}
