import type { ClaimRequest, HoldRequest, ReleaseRequest, Span } from '../../worker/kernel/claims.ts'
import { sha256Hex } from '../../worker/kernel/digest.ts'

export type Asked =
  | { verb: 'hold'; request: HoldRequest }
  | { verb: 'claim' | 'move'; request: ClaimRequest }
  | { verb: 'release'; request: ReleaseRequest }

/** What was asked as one text, the same however the request was put together. The key is not part of it. */
export function inputText(asked: Asked): string {
  const { verb, request } = asked
  const spans = 'spans' in request ? request.spans.map(spanText).toSorted() : []
  return JSON.stringify([verb, request.appointmentId, 'expiresAt' in request ? request.expiresAt : null, spans])
}

const spanText = ({ resourceId, startsAt, endsAt }: Span) => JSON.stringify([resourceId, startsAt, endsAt])

/** SHA-256 of the input. It waits, so it is made before the day-book is asked and never while that decides. */
export const inputHash = (asked: Asked): Promise<string> => sha256Hex(inputText(asked))
