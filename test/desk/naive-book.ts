import type {
  ClaimAnswer,
  ClaimRequest,
  ClaimStatus,
  HoldRequest,
  ReleaseRequest,
  Span,
} from '../../worker/kernel/claims.ts'

type Entry = { status: ClaimStatus; version: number; expiresAt: number | null; spans: Span[] }

const shareAnInstant = (a: Span, b: Span) => {
  if (a.resourceId !== b.resourceId) return false
  for (let at = a.startsAt; at < a.endsAt; at += 1) if (at >= b.startsAt && at < b.endsAt) return true
  return false
}

/** The day-book as slowly and plainly as it can be said, to compare the real one with. */
export class NaiveBook {
  readonly entries = new Map<string, Entry>()
  readonly #answers = new Map<string, { input: string; answer: ClaimAnswer }>()

  hold = (request: HoldRequest, now: number) => this.#once('hold', request, now, () => this.#take(request, 'held', now))
  claim = (request: ClaimRequest, now: number) =>
    this.#once('claim', request, now, () => this.#take(request, 'booked', now))

  move = (request: ClaimRequest, now: number) =>
    this.#once('move', request, now, () => {
      const entry = this.entries.get(request.appointmentId)
      if (!entry || entry.status === 'released') return { ok: false, why: 'not_claimed' }
      return this.#write(request, entry.status, entry.expiresAt)
    })

  release = (request: ReleaseRequest, now: number) =>
    this.#once('release', request, now, () => {
      const entry = this.entries.get(request.appointmentId)
      if (!entry) return { ok: false, why: 'not_claimed' }
      if (entry.status !== 'released')
        this.entries.set(request.appointmentId, {
          ...entry,
          status: 'released',
          expiresAt: null,
          version: entry.version + 1,
        })
      return { ok: true, version: this.entries.get(request.appointmentId)!.version }
    })

  live = () =>
    [...this.entries].flatMap(([appointmentId, { status, spans, version }]) =>
      status === 'released' ? [] : spans.map((span) => ({ ...span, appointmentId, status, version })),
    )

  expire(now: number) {
    for (const [id, entry] of this.entries)
      if (entry.expiresAt !== null && entry.expiresAt <= now)
        this.entries.set(id, { ...entry, status: 'released', expiresAt: null, version: entry.version + 1 })
  }

  #take(request: ClaimRequest, status: 'held' | 'booked', now: number): ClaimAnswer {
    if (status === 'held' && (request as HoldRequest).expiresAt <= now) return { ok: false, why: 'invalid' }
    if (this.entries.get(request.appointmentId)?.status === 'booked') return { ok: false, why: 'booked_already' }
    return this.#write(request, status, status === 'held' ? (request as HoldRequest).expiresAt : null)
  }

  #write({ appointmentId, spans }: ClaimRequest, status: ClaimStatus, expiresAt: number | null): ClaimAnswer {
    const others = this.live().filter((claim) => claim.appointmentId !== appointmentId)
    const taken = spans.filter((span) => others.some((other) => shareAnInstant(span, other)))
    if (taken.length > 0)
      return { ok: false, why: 'taken', resourceIds: [...new Set(taken.map((span) => span.resourceId))] }
    const version = (this.entries.get(appointmentId)?.version ?? 0) + 1
    this.entries.set(appointmentId, { status, version, expiresAt, spans })
    return { ok: true, version }
  }

  #once(verb: string, request: ReleaseRequest, now: number, decide: () => ClaimAnswer): ClaimAnswer {
    this.expire(now)
    const { key, ...rest } = request
    const input = JSON.stringify([verb, rest])
    const earlier = this.#answers.get(key)
    if (earlier) return earlier.input === input ? earlier.answer : { ok: false, why: 'key_reused' }
    const answer = decide()
    if (answer.ok) this.#answers.set(key, { input, answer })
    return answer
  }
}
