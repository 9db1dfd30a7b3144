import type { Policy } from '../worker/features/appointments/rules/policy.ts'
import type { View } from '../worker/features/appointments/rules/view.ts'
import type { DiaryAnswer, Entry, HoldAnswer, Refused } from '../worker/kernel/diary.ts'
import type { DiaryRequest, KeepRequest, ViewAsked } from '../worker/kernel/diary-requests.ts'
import type { OutsideOverlap, OutsideReading } from '../worker/kernel/outside.ts'
import { bookEntry, keepTime } from './day/book-entry.ts'
import { calledOff, cancelEntry, markEntry, moveEntry } from './day/change-entry.ts'
import { entryOf, type Kept } from './day/entries.ts'
import { keepPolicy, keptPolicy } from './day/kept.ts'
import { broughtOverlaps, isKnown, keepReading } from './day/outside.ts'
import { keepReply, refused, replyOf } from './day/replies.ts'
import { viewOf } from './day/room.ts'
import { takeBackEntry } from './day/take-back-entry.ts'
import { freeTime, settle, settleRest, type Turn, Undone } from './day/turn.ts'
import type { DayBook } from './day-book.ts'

/** What belongs to a request besides its words: the office's rules, the hash of its input, and the time. */
export type Asking = { policy: Policy; hash: string; now: number; asCustomer?: boolean }

/**
 * The appointments of the office. Each request is one synchronous transaction: its key, the judgement of the engine on
 * what is taken now, the claims, the appointment, what leaves for the database, and the answer. Nothing is awaited
 * between them, so no other request can come in between.
 */
export class Diary {
  readonly #storage: DurableObjectStorage
  readonly #book: DayBook

  constructor(storage: DurableObjectStorage, book: DayBook) {
    this.#storage = storage
    this.#book = book
  }

  /** Books, moves, cancels, marks or takes back. */
  decide(request: DiaryRequest, asking: Asking): DiaryAnswer {
    return this.#once(request.key, { ...asking, asCustomer: request.asCustomer }, (turn) => {
      if (request.verb === 'book') return bookEntry(turn, request)
      const known = entryOf(turn.sql, request.appointmentId)
      if (!known) return refused('not_found')
      // Somebody changed it since it was looked at.
      if (request.version !== null && request.version !== known.entry.version) return refused('overtaken')
      return changed(turn, known, request)
    })
  }

  /** No key: the same time kept again is the same time kept. */
  keep(request: KeepRequest, asking: Omit<Asking, 'hash'>): HoldAnswer {
    return this.#whole({ ...asking, asCustomer: true }, (turn) => keepTime(turn, request))
  }

  /** Gives back what was kept for a form that was left. */
  letGo(appointmentId: string, asking: Omit<Asking, 'hash'>): void {
    this.#whole(asking, (turn) => {
      if (!entryOf(turn.sql, appointmentId)) freeTime(turn, appointmentId)
      return { ok: true }
    })
  }

  read(appointmentId: string, now: number): Entry | null {
    this.#book.freeExpired(now)
    return entryOf(this.#storage.sql, appointmentId)?.entry ?? null
  }

  /** What is taken of all that a service could need. */
  view({ serviceId, from, to, exceptId, asCustomer = false }: ViewAsked, { policy, now }: Omit<Asking, 'hash'>): View {
    this.#book.freeExpired(now)
    const service = policy.services.find(({ id }) => id === serviceId)
    if (!service) return { taken: [], starts: [], sessions: [], outside: [], unknown: [] }
    const seeing = { sql: this.#storage.sql, policy, now, asCustomer }
    return viewOf(seeing, service, { from, to }, exceptId ?? undefined)
  }

  /**
   * Keeps what was read of somebody's other calendar; answers what is booked over what it brought, or null where nothing
   * is known to which nothing new could be added.
   */
  takeReading(reading: OutsideReading, now: number): OutsideOverlap[] | null {
    const { sql } = this.#storage
    if (reading.busy === null && !isKnown(sql, reading.calendarId)) return null
    return this.#storage.transactionSync(() => (keepReading(sql, reading) ? broughtOverlaps(sql, reading, now) : []))
  }

  /** What was kept or requested has run out, and is free already: a request ends as a cancellation. */
  expire(ids: readonly string[], now: number): void {
    const policy = keptPolicy(this.#storage.sql)
    if (!policy) return
    this.#storage.transactionSync(() => {
      const turn = this.#turn(policy, now)
      for (const id of ids) {
        freeTime(turn, id)
        const entry = entryOf(turn.sql, id)?.entry
        if (entry?.status !== 'requested') continue
        const next = calledOff(entry, { by: 'nobody', why: 'It was not answered in time.', at: now, isLate: false })
        settle(turn, next, entry, { deed: 'cancelled', by: { kind: 'desk' }, at: now, changes: [] })
      }
      settleRest(turn)
    })
  }

  #turn(policy: Policy, now: number, asCustomer = false): Turn {
    return { sql: this.#storage.sql, book: this.#book, policy, now, asCustomer, touched: new Set() }
  }

  /** The first answer to a key is the only one. A refusal is not kept: what is taken now may be free at the next try. */
  #once(key: string, asking: Asking, decide: (turn: Turn) => DiaryAnswer): DiaryAnswer {
    return this.#whole(asking, (turn) => {
      const earlier = replyOf(turn.sql, key, asking.hash)
      if (earlier) return earlier
      const answer = decide(turn)
      if (answer.ok) keepReply(turn.sql, key, asking.hash, answer, turn.now)
      return answer
    })
  }

  /** All of it happens, or, where it ends in a refusal, nothing. */
  #whole<Answer extends { ok: true } | Refused>(
    { policy: came, now, asCustomer }: Omit<Asking, 'hash'>,
    decide: (turn: Turn) => Answer,
  ): Answer | Refused {
    this.#book.freeExpired(now)
    const policy = keepPolicy(this.#storage.sql, came, now)
    try {
      return this.#storage.transactionSync(() => {
        const turn = this.#turn(policy, now, asCustomer)
        const answer = decide(turn)
        if (!answer.ok) throw new Undone(answer)
        settleRest(turn)
        return answer
      })
    } catch (error) {
      if (error instanceof Undone) return error.answer
      throw error
    }
  }
}

function changed(turn: Turn, known: Kept, request: Exclude<DiaryRequest, { verb: 'book' }>): DiaryAnswer {
  switch (request.verb) {
    case 'move':
      return moveEntry(turn, known.entry, request)
    case 'cancel':
      return cancelEntry(turn, known.entry, request)
    case 'mark':
      return markEntry(turn, known.entry, request)
    case 'take_back':
      return takeBackEntry(turn, known, request)
  }
}
