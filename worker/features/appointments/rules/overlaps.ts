import { LONGEST_CLAIM_MS, type Span } from '../../../kernel/claims.ts'

type Interval = Pick<Span, 'startsAt' | 'endsAt'>

/** Whether two half-open intervals share an instant: one that ends when the other starts does not. */
export const overlaps = (a: Interval, b: Interval) => a.startsAt < b.endsAt && b.startsAt < a.endsAt

/** Whether the span is a stretch of whole milliseconds, at least one long and none too long. */
export const isSpan = ({ startsAt, endsAt }: Interval) =>
  Number.isSafeInteger(startsAt) &&
  Number.isSafeInteger(endsAt) &&
  startsAt < endsAt &&
  endsAt - startsAt <= LONGEST_CLAIM_MS

/** Two spans that want the same resource at the same time, or null. Sorted first, so neighbours are all there is to compare. */
export function firstClash<T extends Span>(spans: readonly T[]): [T, T] | null {
  const sorted = spans.toSorted((a, b) => compare(a.resourceId, b.resourceId) || a.startsAt - b.startsAt)
  for (const [i, span] of sorted.entries()) {
    const next = sorted[i + 1]
    if (next && next.resourceId === span.resourceId && overlaps(span, next)) return [span, next]
  }
  return null
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
