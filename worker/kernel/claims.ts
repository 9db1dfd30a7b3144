import { DAY_MS } from './time.ts'

/** No appointment is longer than a month, and the pauses around it are a day each at most. */
export const LONGEST_CLAIM_MS = 40 * DAY_MS

/** A stretch of time on a person, a room or a seat: epoch milliseconds, half-open, buffers included. */
export type Span = { resourceId: string; startsAt: number; endsAt: number }

/** `held` lasts until `expiresAt`; `released` no longer counts, but keeps the version for whoever copies it. */
export type ClaimStatus = 'held' | 'booked' | 'released'

/** A span as the day-book keeps it. All claims of an appointment carry its version, which every change raises. */
export type Claim = Span & {
  id: string
  appointmentId: string
  status: ClaimStatus
  expiresAt: number | null
  version: number
}

/** `key` names the request: the same request sent again gets the first answer. */
export type ReleaseRequest = { key: string; appointmentId: string }
/** All the time that the appointment needs: all of it is claimed, or nothing. */
export type ClaimRequest = ReleaseRequest & { spans: Span[] }
export type HoldRequest = ClaimRequest & { expiresAt: number }

/**
 * `taken`: another appointment has one of the spans. `key_reused`: another request had this key.
 * `booked_already`: to change the time of what is booked, move it. `not_claimed`: there is nothing to move or release.
 * `invalid`: no spans, a span that ends before it starts or is no whole millisecond, two that overlap, a hold in the past.
 */
export type ClaimAnswer =
  | { ok: true; version: number }
  | { ok: false; why: 'taken'; resourceIds: string[] }
  | { ok: false; why: 'key_reused' | 'booked_already' | 'not_claimed' | 'invalid' }

/** What a copy of the claims says otherwise than the day-book: `missing` there, `unexpected` there, or `different`. */
export type ClaimDifferences = { missing: Claim[]; unexpected: Claim[]; different: { book: Claim; copy: Claim }[] }

/** `overlapping` names two claims that cannot both be true. */
export type RebuildAnswer =
  | { ok: true; claims: number }
  | { ok: false; why: 'overlapping'; claimIds: [string, string] }
  | { ok: false; why: 'invalid' }
