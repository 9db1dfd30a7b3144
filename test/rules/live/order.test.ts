import fc from 'fast-check'
import { expect, it } from 'vitest'
import { catchUp } from '../../../durable-objects/live/catch-up.ts'
import { receive } from '../../../web/live/receive.ts'
import type { LiveEvent, ToScreen } from '../../../worker/kernel/live.ts'

const KEPT = 6

const events = (from: number, to: number): LiveEvent[] =>
  Array.from({ length: to - from + 1 }, (_, i) => ({ seq: from + i, topic: 'task', ids: [], by: null }))

type Told = Exclude<ToScreen, { type: 'presence' }>

/** A desk and a screen, joined by the two functions that decide what is told and what is taken. */
class Pair {
  newest = 0
  known = 0
  readonly seen: (number | 'reset')[] = []
  #last: Told = { type: 'events', events: [] }

  announce(count: number, arrives: boolean) {
    this.newest += count
    if (arrives) this.hear({ type: 'events', events: events(this.newest - count + 1, this.newest) })
  }

  hello() {
    const owed = catchUp(this.known, this.newest, Math.max(1, this.newest - KEPT + 1))
    if (owed.answer === 'events') this.hear({ type: 'events', events: events(owed.after + 1, this.newest) })
    else this.hear({ type: owed.answer, seq: this.newest })
  }

  repeat() {
    this.hear(this.#last)
  }

  hear(message: Told) {
    this.#last = message
    const received = receive(this.known, message)
    if (received.kind === 'gap') this.hello()
    if (received.kind === 'anew') this.seen.push('reset')
    if (received.kind === 'events') this.seen.push(...received.events.map(({ seq }) => seq))
    if ('known' in received) this.known = received.known
  }
}

const step = fc.oneof(
  fc.record({ count: fc.integer({ min: 1, max: 4 }), arrives: fc.boolean() }).map(
    ({ count, arrives }) =>
      (pair: Pair) =>
        pair.announce(count, arrives),
  ),
  fc.constant((pair: Pair) => pair.hello()),
  fc.constant((pair: Pair) => pair.repeat()),
)

it('hands on every event once and in order, however lines break and messages repeat; only a reset leaps', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40, size: 'max' }), (steps) => {
      const pair = new Pair()
      for (const take of steps) take(pair)
      pair.hello()
      expect(pair.known).toBe(pair.newest)
      const numbers = pair.seen.filter((one) => one !== 'reset')
      expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b))
      if (!pair.seen.includes('reset')) expect(numbers).toEqual(events(1, pair.newest).map(({ seq }) => seq))
    }),
  )
})
