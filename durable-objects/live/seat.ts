import type { Presence } from '../../worker/kernel/live.ts'
import type { LiveMember } from '../../worker/kernel/live-member.ts'
import { MINUTE_MS } from '../../worker/kernel/time.ts'
import type { Pace } from './pace.ts'

export type Looking = Pick<Presence, 'conversationId' | 'doing'>

/**
 * What the desk knows of one socket. It is kept in the socket's attachment, because that alone outlives the sleep of
 * the object. `greeted`: it has said hello, so it may be told events without a gap before them.
 */
export type Seat = LiveMember & { greeted: boolean; looking: Looking | null; pace: Pace; heardAt: number }

export const newSeat = (member: LiveMember, now: number): Seat => ({
  ...member,
  greeted: false,
  looking: null,
  pace: { since: now, count: 0 },
  heardAt: now,
})

/** The seat of a socket, or null once it was shown out. A deploy closes all sockets, so no older shape is ever read. */
export function seatOf(socket: WebSocket): Seat | null {
  const seat: Seat | null = socket.deserializeAttachment()
  return seat
}

/** A screen pings every half minute, one in the background at least every minute: after this it is gone. */
const SILENT_AFTER_MS = 3 * MINUTE_MS

/** Whether a socket has gone without a word. `pongAt` is when its last ping was answered, if ever. */
export const isSilent = (seat: Seat, pongAt: Date | null, now: number) =>
  now - Math.max(seat.heardAt, pongAt?.getTime() ?? 0) > SILENT_AFTER_MS
