import { DurableObject } from 'cloudflare:workers'
import type { Env } from '../worker/env.ts'
import type { Claim, ClaimRequest, HoldRequest, ReleaseRequest } from '../worker/kernel/claims.ts'
import type { Change } from '../worker/kernel/live.ts'
import { memberOfHeaders } from '../worker/kernel/live-member.ts'
import { inputHash } from './day/input-hash.ts'
import { DayBook } from './day-book.ts'
import { LiveRoom } from './live-room.ts'
import { bringUpToDate } from './schema.ts'

/** The desk of one office, named by its id: the only place where order matters. It wires, and decides nothing. */
export class OfficeDesk extends DurableObject<Env> {
  readonly #liveRoom: LiveRoom
  readonly #dayBook: DayBook

  constructor(state: DurableObjectState, env: Env) {
    super(state, env)
    void state.blockConcurrencyWhile(async () => bringUpToDate(state.storage))
    this.#liveRoom = new LiveRoom(state)
    this.#dayBook = new DayBook(state.storage, (ids) => {
      this.#liveRoom.announce([{ topic: 'appointment', ids, by: null }], Date.now())
    })
  }

  ping() {
    return 'ok'
  }

  /** Tells every open screen of the office what changed, in one order. */
  announce(changes: Change[]) {
    this.#liveRoom.announce(changes, Date.now())
  }

  /** For when a membership ends: closes every socket of that member. */
  endSockets(userId: string) {
    this.#liveRoom.endSockets(userId)
  }

  /** The live socket. Who asks stands in a header that only the Worker can set: nobody else reaches the desk. */
  override fetch(request: Request): Response {
    const member = memberOfHeaders(request.headers)
    if (!member) return new Response('Nobody was named.', { status: 403 })
    return this.#liveRoom.open(member, Date.now())
  }

  override webSocketMessage(socket: WebSocket, raw: string | ArrayBuffer) {
    this.#liveRoom.hear(socket, raw, Date.now())
  }

  override webSocketClose(socket: WebSocket) {
    this.#liveRoom.leave(socket)
  }

  override webSocketError(socket: WebSocket) {
    this.#liveRoom.leave(socket)
  }

  async hold(request: HoldRequest) {
    const hash = await inputHash({ verb: 'hold', request })
    const answer = this.#dayBook.hold(request, { hash, now: Date.now() })
    await this.#setAlarm()
    return answer
  }

  async claim(request: ClaimRequest) {
    const hash = await inputHash({ verb: 'claim', request })
    return this.#dayBook.claim(request, { hash, now: Date.now() })
  }

  async move(request: ClaimRequest) {
    const hash = await inputHash({ verb: 'move', request })
    return this.#dayBook.move(request, { hash, now: Date.now() })
  }

  async release(request: ReleaseRequest) {
    const hash = await inputHash({ verb: 'release', request })
    return this.#dayBook.release(request, { hash, now: Date.now() })
  }

  claimsBetween(from: number, to: number, resourceIds: string[]) {
    return this.#dayBook.claimsBetween(from, to, resourceIds, Date.now())
  }

  reconcile(from: number, to: number, copy: Claim[]) {
    return this.#dayBook.reconcile(from, to, copy)
  }

  rebuild(claims: Claim[]) {
    return this.#dayBook.rebuild(claims)
  }

  override async alarm() {
    this.#dayBook.freeExpired(Date.now())
    await this.#setAlarm()
  }

  /** An object has one alarm, so it is always set to whatever is due first. */
  async #setAlarm() {
    const at = this.#dayBook.nextExpiry()
    if (at !== null) await this.ctx.storage.setAlarm(at)
  }
}
