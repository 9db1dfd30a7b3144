import { firstClash, isSpan } from '../worker/features/appointments/rules/overlaps.ts'
import type {
  Claim,
  ClaimAnswer,
  ClaimDifferences,
  ClaimRequest,
  HoldRequest,
  RebuildAnswer,
  ReleaseRequest,
  Span,
} from '../worker/kernel/claims.ts'
import { answerOf, keepAnswer } from './day/answers.ts'
import {
  bookedFrom,
  expiredHolds,
  firstExpiry,
  insertClaims,
  isTaken,
  liveBetween,
  releaseClaims,
  replaceClaims,
  standingOf,
} from './day/claim-rows.ts'
import { differences } from './day/differences.ts'
import { nextClaim, type Wish } from './day/next-claim.ts'

/** What belongs to a request besides its words: the hash of its input, and the time in epoch milliseconds. */
type Asking = { hash: string; now: number }

/**
 * The authoritative claims on time. Everything here is synchronous: between the check and the claim nothing is awaited,
 * so no other request can come between them.
 */
export class DayBook {
  readonly #storage: DurableObjectStorage
  readonly #sql: SqlStorage
  readonly #freed: (appointmentIds: string[]) => void

  /** `freed` is told the appointments whose hold ran out, after their time is free again. */
  constructor(storage: DurableObjectStorage, freed: (appointmentIds: string[]) => void) {
    this.#storage = storage
    this.#sql = storage.sql
    this.#freed = freed
  }

  /** Keeps time for an appointment until `expiresAt`. */
  hold(request: HoldRequest, asking: Asking): ClaimAnswer {
    return this.#take(request, { verb: 'hold', expiresAt: request.expiresAt }, asking)
  }

  /** Books time for an appointment, in the place of what was held for it. */
  claim(request: ClaimRequest, asking: Asking): ClaimAnswer {
    return this.#take(request, { verb: 'claim' }, asking)
  }

  /** Other time for an appointment; the old may overlap the new. Refused, nothing has changed. */
  move(request: ClaimRequest, asking: Asking): ClaimAnswer {
    return this.#take(request, { verb: 'move' }, asking)
  }

  /** Gives the time of an appointment back. */
  release(request: ReleaseRequest, asking: Asking): ClaimAnswer {
    return this.#once(request.key, asking, () => this.giveBack(request.appointmentId))
  }

  /** The same as `release`, for whoever knows the request by its key already. */
  giveBack(appointmentId: string): ClaimAnswer {
    const next = nextClaim(standingOf(this.#sql, appointmentId), { verb: 'release' })
    if (!next.ok) return next
    releaseClaims(this.#sql, appointmentId, next.version)
    return { ok: true, version: next.version }
  }

  /** What is held or booked and shares an instant with [from, to), in order of its start. */
  claimsBetween(from: number, to: number, resourceIds: string[], now: number): Claim[] {
    this.freeExpired(now)
    return liveBetween(this.#sql, from, to, resourceIds)
  }

  /** How a copy of the booked claims that start in [from, to) differs from the book. */
  reconcile(from: number, to: number, copy: Claim[]): ClaimDifferences {
    return differences(bookedFrom(this.#sql, from, to), copy)
  }

  /**
   * Puts these claims in the place of all others, holds included; refused whole when two of them overlap. Answers stay,
   * so that a request repeated across the rebuild is still the same request.
   */
  rebuild(claims: Claim[]): RebuildAnswer {
    if (!claims.every(isSpan)) return { ok: false, why: 'invalid' }
    const clash = firstClash(claims.filter(({ status }) => status !== 'released'))
    if (clash) return { ok: false, why: 'overlapping', claimIds: [clash[0].id, clash[1].id] }
    this.#storage.transactionSync(() => {
      this.#sql.exec('delete from claims')
      insertClaims(this.#sql, claims)
    })
    return { ok: true, claims: claims.length }
  }

  /** Frees what was held for too long. Every decision begins with it, so that a late alarm blocks nobody. */
  freeExpired(now: number): void {
    const expired = expiredHolds(this.#sql, now)
    if (expired.length === 0) return
    this.#storage.transactionSync(() => {
      for (const { appointmentId, version } of expired) releaseClaims(this.#sql, appointmentId, version + 1)
    })
    this.#freed(expired.map(({ appointmentId }) => appointmentId))
  }

  /** When the next hold runs out. */
  nextExpiry(): number | null {
    return firstExpiry(this.#sql)
  }

  #take(request: ClaimRequest, wish: Wish, asking: Asking): ClaimAnswer {
    return this.#once(request.key, asking, () => this.take(request, wish, asking.now))
  }

  /** Takes time without a key of its own, as a part of a larger transaction that has one. */
  take(request: Omit<ClaimRequest, 'key'>, wish: Wish, now: number): ClaimAnswer {
    if (!isPossible(request.spans, wish, now)) return { ok: false, why: 'invalid' }
    const next = nextClaim(standingOf(this.#sql, request.appointmentId), wish)
    if (!next.ok) return next
    const resourceIds = this.#takenOf(request)
    if (resourceIds.length > 0) return { ok: false, why: 'taken', resourceIds }
    const { status, version, expiresAt } = next
    replaceClaims(this.#sql, request.appointmentId, request.spans, { status, version, expiresAt })
    return { ok: true, version }
  }

  #takenOf({ appointmentId, spans }: Omit<ClaimRequest, 'key'>): string[] {
    const taken = spans.filter((span) => isTaken(this.#sql, span, appointmentId))
    return [...new Set(taken.map(({ resourceId }) => resourceId))]
  }

  /** The first answer to a key is the only one. A refusal is not kept: what is taken now may be free at the next try. */
  #once(key: string, { hash, now }: Asking, decide: () => ClaimAnswer): ClaimAnswer {
    this.freeExpired(now)
    return this.#storage.transactionSync(() => {
      const earlier = answerOf(this.#sql, key)
      if (earlier) return earlier.inputHash === hash ? earlier.answer : { ok: false, why: 'key_reused' }
      const answer = decide()
      if (answer.ok) keepAnswer(this.#sql, key, { inputHash: hash, answer }, now)
      return answer
    })
  }
}

const isPossible = (spans: readonly Span[], wish: Wish, now: number) =>
  spans.length > 0 && spans.every(isSpan) && !firstClash(spans) && (wish.verb !== 'hold' || wish.expiresAt > now)
