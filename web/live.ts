import type { LiveEvent, Presence, ToScreen } from '../worker/kernel/live.ts'
import { MEMBERSHIP_ENDED } from '../worker/kernel/live-line.ts'
import { Line } from './live/line.ts'
import { type Received, receive } from './live/receive.ts'
import { retryDelayMs } from './live/retry-delay.ts'
import type { World } from './live/world.ts'

/** `waiting`: the line is lost and will be dialled again. `ended`: it will not, since the membership has ended. */
export type LiveState = 'connecting' | 'live' | 'waiting' | 'ended'

export type LiveOptions = {
  /** The path of the desk's door. */
  url: string
  /** Every event once, in order. */
  onEvents(events: LiveEvent[]): void
  /**
   * What is shown may be old: read it anew. `first`: this is the first welcome, so only what was read before it is in
   * doubt. `missed`: the line was down for longer than the desk remembers.
   */
  onReset(why: 'first' | 'missed'): void
  /** Everyone who is present in the office; nobody while the line is down. */
  onPresence(present: Presence[]): void
  onState(state: LiveState): void
}

export type Live = {
  look(conversationId: string, doing: Presence['doing']): void
  away(): void
  close(): void
}

/** Opens the live line to the office's desk, and keeps it open until it is closed. */
export function openLive(options: LiveOptions, world: World): Live {
  const screen = new LiveScreen(options, world)
  screen.dial()
  return screen
}

type Looking = Pick<Presence, 'conversationId' | 'doing'>

class LiveScreen implements Live {
  readonly #options: LiveOptions
  readonly #world: World
  readonly #stopWaking: () => void
  #line: Line | null = null
  #state: LiveState | null = null
  #known: number | null = null
  #looking: Looking | null = null
  #failures = 0
  #cancelRetry = () => {}

  constructor(options: LiveOptions, world: World) {
    this.#options = options
    this.#world = world
    this.#stopWaking = world.onWake(() => this.#wake())
  }

  dial(): void {
    this.#cancelRetry()
    this.#become('connecting')
    this.#line = new Line(this.#world, this.#options.url, {
      opened: () => this.#hello(),
      said: (message) => this.#hear(message),
      held: () => {
        // Only a line that holds forgives failures: one that opens and drops at once is not to be dialled in a loop.
        this.#failures = 0
      },
      lost: (code) => this.#lose(code),
    })
  }

  look(conversationId: string, doing: Presence['doing']): void {
    if (this.#looking?.conversationId === conversationId && this.#looking.doing === doing) return
    this.#looking = { conversationId, doing }
    if (this.#state === 'live') this.#line?.say({ type: 'looking', conversationId, doing })
  }

  away(): void {
    if (!this.#looking) return
    this.#looking = null
    if (this.#state === 'live') this.#line?.say({ type: 'away' })
  }

  close(): void {
    this.#cancelRetry()
    this.#stopWaking()
    this.#line?.hangUp()
    this.#line = null
  }

  #hello(): void {
    this.#line?.say({ type: 'hello', since: this.#known })
  }

  #hear(message: ToScreen): void {
    if (message.type === 'presence') this.#options.onPresence(message.present)
    else this.#take(receive(this.#known, message))
  }

  #take(received: Received): void {
    if (received.kind === 'gap') {
      this.#hello()
      return
    }
    const isFirst = this.#known === null
    if (received.kind !== 'nothing') this.#known = received.known
    this.#beLive()
    if (received.kind === 'events') this.#options.onEvents(received.events)
    if (received.kind === 'anew') this.#options.onReset(isFirst ? 'first' : 'missed')
  }

  /** The desk has answered, so it may be told what this member is looking at. */
  #beLive(): void {
    if (this.#state === 'live') return
    this.#become('live')
    if (this.#looking) this.#line?.say({ type: 'looking', ...this.#looking })
  }

  #lose(code: number): void {
    this.#line = null
    this.#options.onPresence([])
    if (code === MEMBERSHIP_ENDED) this.#end()
    else this.#waitAndDial()
  }

  #end(): void {
    this.close()
    this.#become('ended')
  }

  #waitAndDial(): void {
    this.#become('waiting')
    this.#cancelRetry = this.#world.after(retryDelayMs(this.#failures, this.#world.random()), () => this.dial())
    this.#failures += 1
  }

  /** A machine that slept believes in lines that died meanwhile, so even a live one has to prove itself. */
  #wake(): void {
    if (this.#state === 'waiting') this.dial()
    if (this.#state === 'live') this.#line?.ping()
  }

  #become(state: LiveState): void {
    this.#state = state
    this.#options.onState(state)
  }
}
