import type { Change, FromScreen, Presence, ToScreen } from '../worker/kernel/live.ts'
import { BROKE_THE_RULES, DESK_FAILED, MEMBERSHIP_ENDED, PING, PONG } from '../worker/kernel/live-line.ts'
import type { LiveMember } from '../worker/kernel/live-member.ts'
import { broadcast } from './live/broadcast.ts'
import { catchUp } from './live/catch-up.ts'
import { boundsOf, eventsAfter, record } from './live/event-log.ts'
import { paceAfter } from './live/pace.ts'
import { isSame, present } from './live/present.ts'
import { readMessage } from './live/read-message.ts'
import { isSilent, newSeat, type Seat, seatOf } from './live/seat.ts'

/** More tabs than a person has; what else opens sockets is a loop. */
export const SOCKETS_PER_MEMBER = 20

/** Who is listening in the office, and what they are told. Everything it knows of a socket sleeps in that socket's seat. */
export class LiveRoom {
  readonly #state: DurableObjectState
  /** Forgotten in sleep, after which one message too many is sent and nothing is missed. */
  #toldPresent: Presence[] | null = null

  constructor(state: DurableObjectState) {
    this.#state = state
    state.setWebSocketAutoResponse(new WebSocketRequestResponsePair(PING, PONG))
  }

  /** Lets a screen of the member in, or says with 429 that they have too many open. */
  open(member: LiveMember, now: number): Response {
    this.#closeSilent(now)
    const seats = this.#seats().filter(({ seat }) => seat.userId === member.userId)
    if (seats.length >= SOCKETS_PER_MEMBER) return new Response('Too many screens are open.', { status: 429 })
    const { 0: screen, 1: socket } = new WebSocketPair()
    this.#state.acceptWebSocket(socket)
    socket.serializeAttachment(newSeat(member, now))
    return new Response(null, { status: 101, webSocket: screen })
  }

  /** Records the changes in the order of the office and tells every screen. */
  announce(changes: Change[], now: number): void {
    if (changes.length === 0) return
    this.#closeSilent(now)
    this.#tellAll({ type: 'events', events: record(this.#state.storage, changes) })
  }

  /** Takes what a screen said. Whoever breaks the rules is shown out, and nobody else notices. */
  hear(socket: WebSocket, raw: string | ArrayBuffer, now: number): void {
    const seat = seatOf(socket)
    if (!seat) return
    const pace = paceAfter(seat.pace, now)
    const message = pace && readMessage(raw)
    if (message) this.#answer(socket, { ...seat, pace, heardAt: now }, message)
    else this.#showOut(socket, BROKE_THE_RULES, pace ? 'not understood' : 'too many messages')
  }

  /** For a socket whose other end has closed or broken; answering the close ends it on both sides. */
  leave(socket: WebSocket): void {
    this.#showOut(socket)
  }

  /** Closes every socket of someone who is no longer a member. */
  endSockets(userId: string): void {
    for (const { socket, seat } of this.#seats())
      if (seat.userId === userId) this.#showOut(socket, MEMBERSHIP_ENDED, 'membership ended')
  }

  #answer(socket: WebSocket, seat: Seat, message: FromScreen): void {
    if (message.type === 'hello') {
      this.#greet(socket, seat, message.since)
      return
    }
    const looking = message.type === 'away' ? null : { conversationId: message.conversationId, doing: message.doing }
    socket.serializeAttachment({ ...seat, looking })
    this.#tellPresence()
  }

  /** From here on the screen is told every event: what came before is in this answer, so there is no gap between. */
  #greet(socket: WebSocket, seat: Seat, known: number | null): void {
    socket.serializeAttachment({ ...seat, greeted: true })
    this.#tell([socket], this.#catchUp(known))
    this.#tell([socket], { type: 'presence', present: this.#present() })
  }

  #catchUp(known: number | null): ToScreen {
    const { sql } = this.#state.storage
    const { newest, oldestKept } = boundsOf(sql)
    const owed = catchUp(known, newest, oldestKept)
    if (owed.answer === 'events') return { type: 'events', events: eventsAfter(sql, owed.after) }
    return { type: owed.answer, seq: newest }
  }

  /** Tells everyone who is present now, unless that is what they were told last. */
  #tellPresence(): void {
    const now = this.#present()
    if (this.#toldPresent && isSame(this.#toldPresent, now)) return
    this.#toldPresent = now
    this.#tellAll({ type: 'presence', present: now })
  }

  /** A line that was cut without a word would leave its member looking for ever. */
  #closeSilent(now: number): void {
    for (const { socket, seat } of this.#seats())
      if (isSilent(seat, this.#state.getWebSocketAutoResponseTimestamp(socket), now))
        this.#showOut(socket, DESK_FAILED, 'silent')
  }

  #showOut(socket: WebSocket, code?: number, reason?: string): void {
    socket.serializeAttachment(null)
    socket.close(code, reason)
    this.#tellPresence()
  }

  #tellAll(message: ToScreen): void {
    this.#tell(
      this.#seats().flatMap(({ socket, seat }) => (seat.greeted ? [socket] : [])),
      message,
    )
  }

  #tell(sockets: WebSocket[], message: ToScreen): void {
    for (const socket of broadcast(sockets, JSON.stringify(message))) this.#showOut(socket, DESK_FAILED, 'unreachable')
  }

  #present(): Presence[] {
    return present(this.#seats().map(({ seat }) => seat))
  }

  #seats(): { socket: WebSocket; seat: Seat }[] {
    return this.#state.getWebSockets().flatMap((socket) => {
      const seat = seatOf(socket)
      return seat ? [{ socket, seat }] : []
    })
  }
}
