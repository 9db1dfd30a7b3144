import type { Env } from '../worker/env.ts'
import type { Policy } from '../worker/features/appointments/rules/policy.ts'
import type { View } from '../worker/features/appointments/rules/view.ts'
import type { DiaryAnswer, Entry, HoldAnswer } from '../worker/kernel/diary.ts'
import type { DiaryRequest, KeepRequest, ViewAsked } from '../worker/kernel/diary-requests.ts'
import { sha256Hex } from '../worker/kernel/digest.ts'
import type { Change } from '../worker/kernel/live.ts'
import { memberOfHeaders } from '../worker/kernel/live-member.ts'
import type { OutsideOverlap, OutsideReading, OutsideView } from '../worker/kernel/outside.ts'
import { SECOND_MS } from '../worker/kernel/time.ts'
import { ClaimsDesk } from './claims-desk.ts'
import { databaseOf, jobsAfter, tellScreens } from './day/after.ts'
import { forgetCalendar, outsideBetween } from './day/outside.ts'
import { clearDay, restoreFrom } from './day/restore.ts'
import { DayBook } from './day-book.ts'
import { Diary } from './diary.ts'
import { LiveRoom } from './live-room.ts'
import { Projector } from './projector.ts'
import { bringUpToDate } from './schema.ts'

/** How long an answer waits for the database to have it as well. What takes longer is written all the same. */
const WRITTEN_WITHIN_MS = 2 * SECOND_MS

/** The desk of one office, named by its id: the only place where order matters. It wires, and decides nothing. */
export class OfficeDesk extends ClaimsDesk {
  readonly #liveRoom: LiveRoom
  protected override readonly dayBook: DayBook
  readonly #diary: Diary
  readonly #projector: Projector

  constructor(state: DurableObjectState, env: Env) {
    super(state, env)
    void state.blockConcurrencyWhile(async () => bringUpToDate(state.storage))
    this.#liveRoom = new LiveRoom(state)
    this.dayBook = new DayBook(state.storage, (ids) => {
      this.#diary.expire(ids, Date.now())
      this.#liveRoom.announce([{ topic: 'appointment', ids, by: null }], Date.now())
    })
    this.#diary = new Diary(state.storage, this.dayBook)
    this.#projector = new Projector(state.storage.sql, {
      open: () => databaseOf(env, state.storage.sql),
      now: () => Date.now(),
      done: (officeId, projected) => {
        tellScreens(this.#liveRoom, projected)
        // The job's row is written: what the queue does not take, the sweep finds.
        for (const jobId of jobsAfter(projected)) state.waitUntil(env.JOBS.send({ officeId, jobId }))
      },
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

  /** Books, moves, cancels, marks or takes back. By the time it answers the database has it too, unless that is slow. */
  async decide(policy: Policy, request: DiaryRequest): Promise<DiaryAnswer> {
    const hash = await sha256Hex(JSON.stringify(request))
    const answer = this.#diary.decide(request, { policy, hash, now: Date.now() })
    await this.#settled()
    return answer
  }

  /** Keeps time while a form is open. */
  async keep(policy: Policy, request: KeepRequest): Promise<HoldAnswer> {
    const answer = this.#diary.keep(request, { policy, now: Date.now() })
    await this.#settled()
    return answer
  }

  /** Gives back what was kept for a form that was left. */
  async letGo(policy: Policy, appointmentId: string): Promise<void> {
    this.#diary.letGo(appointmentId, { policy, now: Date.now() })
    await this.#settled()
  }

  /** An appointment as the desk has it. */
  read(appointmentId: string): Entry | null {
    return this.#diary.read(appointmentId, Date.now())
  }

  /** What is taken of all that a service could need between two instants. */
  view(policy: Policy, asked: ViewAsked): View {
    return this.#diary.view(asked, { policy, now: Date.now() })
  }

  /** Keeps what was read of somebody's other calendar; answers what is booked over what this reading brought. */
  takeReading(reading: OutsideReading): OutsideOverlap[] | null {
    return this.#diary.takeReading(reading, Date.now())
  }

  /** Somebody's other calendar counts no more. */
  forgetCalendar(calendarId: string): void {
    forgetCalendar(this.ctx.storage.sql, calendarId)
  }

  /** What is known of other calendars between two instants. */
  outside(from: number, to: number): OutsideView {
    return outsideBetween(this.ctx.storage.sql, from, to)
  }

  /** Whether the database says what the desk says; what differs is written once more. */
  reconcileDatabase() {
    return this.#projector.reconcile()
  }

  /** Reads all that the database knows into a desk that knows nothing. */
  restore(policy: Policy) {
    return restoreFrom(this.env, this.ctx.storage, this.dayBook, policy)
  }

  /** Forgets all time, of an office that is removed. */
  clear() {
    clearDay(this.ctx.storage)
  }

  /** Writes all that the desk knows into a database that lost it. */
  rebuildDatabase() {
    return this.#projector.rebuild()
  }

  override async alarm() {
    try {
      this.dayBook.freeExpired(Date.now())
      await this.#projector.drain()
      await this.#projector.reconcileIfDue()
    } finally {
      // A throwing alarm is tried six times and then dropped: nothing would ever be due again.
      await this.setAlarm()
    }
  }

  /** The alarm is set in the turn of the decision, so that a crash after it loses nothing. */
  async #settled(): Promise<void> {
    const alarm = this.setAlarm()
    const written = this.#projector.drain()
    await alarm
    await Promise.race([written, scheduler.wait(WRITTEN_WITHIN_MS)])
  }

  /** An object has one alarm, so it is always set to whatever is due first. */
  protected override async setAlarm(): Promise<void> {
    const due = [this.dayBook.nextExpiry(), this.#projector.dueAt()].filter((at) => at !== null)
    if (due.length > 0) await this.ctx.storage.setAlarm(Math.min(...due))
  }
}
