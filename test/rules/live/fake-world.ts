import type { Hearing, World } from '../../../web/live/world.ts'
import type { FromScreen, ToScreen } from '../../../worker/kernel/live.ts'
import { PING, PONG } from '../../../worker/kernel/live-line.ts'

/** A connection of the fake world: what the screen said on it, and the other end of it. */
export type FakeLine = {
  said: FromScreen[]
  pings: number
  isClosed: boolean
  open(): void
  tell(message: ToScreen): void
  pong(): void
  drop(code?: number): void
}

/** A browser whose clock, network and eyes the test moves. */
export class FakeWorld implements World {
  readonly lines: FakeLine[] = []
  #now = 0
  #timers: { at: number; run: () => void }[] = []
  #wakes = new Set<() => void>()

  connect = (_path: string, hearing: Hearing) => {
    const line = fakeLine(hearing)
    this.lines.push(line)
    return {
      send(text: string) {
        if (text === PING) line.pings += 1
        else line.said.push(JSON.parse(text))
      },
      close() {
        line.isClosed = true
      },
    }
  }

  after = (ms: number, run: () => void) => {
    const timer = { at: this.#now + ms, run }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer)
    }
  }

  random = () => 0.5

  onWake = (wake: () => void) => {
    this.#wakes.add(wake)
    return () => this.#wakes.delete(wake)
  }

  wake() {
    for (const wake of this.#wakes) wake()
  }

  /** Lets so much time pass, and runs what is due in its order. */
  pass(ms: number) {
    const end = this.#now + ms
    for (;;) {
      const next = this.#timers.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0]
      if (!next) break
      this.#now = next.at
      this.#timers = this.#timers.filter((timer) => timer !== next)
      next.run()
    }
    this.#now = end
  }

  /** Lets time pass until the screen dials again, and returns how many milliseconds that took, in steps of fifty. */
  passUntilDialled(): number {
    const lines = this.lines.length
    let waited = 0
    while (this.lines.length === lines) {
      this.pass(50)
      waited += 50
    }
    return waited
  }

  get line(): FakeLine {
    return this.lines.at(-1)!
  }

  get isIdle() {
    return this.#timers.length === 0 && this.#wakes.size === 0
  }
}

const fakeLine = (hearing: Hearing): FakeLine => ({
  said: [],
  pings: 0,
  isClosed: false,
  open: () => hearing.opened(),
  tell: (message) => hearing.said(JSON.stringify(message)),
  pong: () => hearing.said(PONG),
  drop: (code = 1006) => hearing.closed(code),
})
