import type { Presence } from '../../worker/kernel/live.ts'
import type { Seat } from './seat.ts'

/**
 * Who is present, in a stable order. A member with two screens at one conversation is named once there, and as
 * answering if either screen answers.
 */
export function present(seats: readonly Seat[]): Presence[] {
  const byPlace = new Map<string, Presence>()
  for (const { userId, name, looking } of seats) {
    if (!looking) continue
    const place = JSON.stringify([looking.conversationId, userId])
    if (byPlace.get(place)?.doing !== 'answering') byPlace.set(place, { userId, name, ...looking })
  }
  return [...byPlace].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, presence]) => presence)
}

export const isSame = (a: Presence[], b: Presence[]) => JSON.stringify(a) === JSON.stringify(b)
