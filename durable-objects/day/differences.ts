import type { Claim, ClaimDifferences } from '../../worker/kernel/claims.ts'

const isSame = (a: Claim, b: Claim) =>
  a.appointmentId === b.appointmentId &&
  a.resourceId === b.resourceId &&
  a.startsAt === b.startsAt &&
  a.endsAt === b.endsAt &&
  a.status === b.status &&
  a.version === b.version

/** What a copy of the claims says otherwise than the book. Linear in both. */
export function differences(book: readonly Claim[], copy: readonly Claim[]): ClaimDifferences {
  const copied = new Map(copy.map((claim) => [claim.id, claim]))
  const kept = new Set(book.map(({ id }) => id))
  return {
    missing: book.filter(({ id }) => !copied.has(id)),
    unexpected: copy.filter(({ id }) => !kept.has(id)),
    different: book.flatMap((claim) => {
      const other = copied.get(claim.id)
      return other && !isSame(claim, other) ? [{ book: claim, copy: other }] : []
    }),
  }
}
