import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstClash, isSpan, overlaps } from '../../../worker/features/appointments/rules/overlaps.ts'

const span = fc
  .record({
    resourceId: fc.constantFrom('a', 'b'),
    startsAt: fc.integer({ min: 0, max: 30 }),
    length: fc.integer({ min: 1, max: 6 }),
  })
  .map(({ resourceId, startsAt, length }) => ({ resourceId, startsAt, endsAt: startsAt + length }))
const minutes = ({ startsAt, endsAt }: { startsAt: number; endsAt: number }) =>
  new Set(Array.from({ length: endsAt - startsAt }, (_, i) => startsAt + i))

describe('overlaps', () => {
  it('is whether two intervals share an instant', () => {
    fc.assert(
      fc.property(span, span, (a, b) => {
        expect(overlaps(a, b)).toBe([...minutes(a)].some((minute) => minutes(b).has(minute)))
      }),
    )
  })

  it('is false for intervals that only touch', () => {
    expect(overlaps({ startsAt: 0, endsAt: 5 }, { startsAt: 5, endsAt: 9 })).toBe(false)
  })
})

describe('firstClash', () => {
  it('finds two spans of one resource that overlap exactly when there are any', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
        const anyTwo = spans.some((a, i) =>
          spans.slice(i + 1).some((b) => a.resourceId === b.resourceId && overlaps(a, b)),
        )
        const clash = firstClash(spans)
        expect(clash !== null).toBe(anyTwo)
        if (clash) {
          expect(clash[0].resourceId).toBe(clash[1].resourceId)
          expect(overlaps(...clash)).toBe(true)
        }
      }),
    )
  })
})

describe('isSpan', () => {
  it.each([
    [0, 1, true],
    [1, 1, false],
    [2, 1, false],
    [0.5, 1, false],
    [Number.NaN, 1, false],
    [0, Number.POSITIVE_INFINITY, false],
  ])('from %s to %s is %s', (startsAt, endsAt, expected) => {
    expect(isSpan({ startsAt, endsAt })).toBe(expected)
  })
})
