import fc from 'fast-check'
import { expect, it } from 'vitest'
import { freeSlots } from '../../../worker/features/appointments/rules/free-slots.ts'
import { queries } from './queries.ts'
import { slowSlots } from './slow-slots.ts'

it('free times are those that one finds minute by minute with Temporal, around changes of clocks in zones of every kind', () => {
  let found = 0
  fc.assert(
    fc.property(queries, (q) => {
      const slots = freeSlots(q)
      found += slots.length
      expect(slots).toEqual(slowSlots(q))
    }),
    { numRuns: 300 },
  )
  expect(found).toBeGreaterThan(1000)
})
