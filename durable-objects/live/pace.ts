import { SECOND_MS } from '../../worker/kernel/time.ts'

/** Far more than a screen ever has to say; whoever says more is broken or hostile. */
export const MESSAGES_PER_SECOND = 20

/** How many messages came since the second began, at `since` in epoch milliseconds. */
export type Pace = { since: number; count: number }

/** The pace with one more message at `now`, or null when that is one too many. */
export function paceAfter(pace: Pace, now: number): Pace | null {
  const next = now - pace.since < SECOND_MS ? { ...pace, count: pace.count + 1 } : { since: now, count: 1 }
  return next.count > MESSAGES_PER_SECOND ? null : next
}
