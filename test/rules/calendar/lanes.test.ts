import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lanesOf } from '../../../worker/features/appointments/rules/calendar/lanes.ts'

const stretch = (from: number, until: number) => ({ from, until })
const shape = (stretches: { from: number; until: number }[]) =>
  lanesOf(stretches).map(({ lane, lanes, span }) => [lane, lanes, span])

describe('what overlaps in a day', () => {
  it.each([
    ['nothing', [], []],
    [
      'one after the other',
      [stretch(0, 60), stretch(60, 120)],
      [
        [0, 1, 1],
        [0, 1, 1],
      ],
    ],
    [
      'two at once',
      [stretch(0, 60), stretch(30, 90)],
      [
        [0, 2, 1],
        [1, 2, 1],
      ],
    ],
    [
      'the longer of two that begin together',
      [stretch(0, 30), stretch(0, 90)],
      [
        [1, 2, 1],
        [0, 2, 1],
      ],
    ],
    [
      'a chain',
      [stretch(0, 60), stretch(30, 90), stretch(60, 120)],
      [
        [0, 2, 1],
        [1, 2, 1],
        [0, 2, 1],
      ],
    ],
    [
      'three, and one that finds room to its right',
      [stretch(0, 60), stretch(0, 60), stretch(0, 120), stretch(70, 110)],
      [
        [1, 3, 1],
        [2, 3, 1],
        [0, 3, 1],
        [1, 3, 2],
      ],
    ],
  ])('stands side by side: %s', (_, stretches, expected) => expect(shape(stretches)).toEqual(expected))

  it('never lies over one another, and is never narrower than it must be', () => {
    const some = fc.array(
      fc
        .tuple(fc.integer({ min: 0, max: 1400 }), fc.integer({ min: 1, max: 300 }))
        .map(([from, length]) => stretch(from, from + length)),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(some, (stretches) => {
        const lanes = lanesOf(stretches)
        const most = Math.max(
          0,
          ...stretches.map(({ from }) => stretches.filter((each) => each.from <= from && from < each.until).length),
        )
        stretches.forEach((one, i) => {
          const { lane, lanes: count, span } = lanes[i]!
          expect(lane + span).toBeLessThanOrEqual(count)
          expect(count).toBeLessThanOrEqual(most)
          stretches.forEach((other, j) => {
            if (i === j || one.from >= other.until || other.from >= one.until) return
            const next = lanes[j]!
            expect(next.lanes).toBe(count)
            expect(lane + span <= next.lane || next.lane + next.span <= lane).toBe(true)
          })
        })
      }),
    )
  })
})
