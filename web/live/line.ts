import { jsonOf } from '../../worker/kernel/json.ts'
import { type FromScreen, ToScreen } from '../../worker/kernel/live.ts'
import { PING, PONG } from '../../worker/kernel/live-line.ts'
import type { World } from './world.ts'

export const PING_EVERY_MS = 30_000
/** Without a word for so long after a question, a line is dead, whatever the browser believes. */
export const ANSWER_WITHIN_MS = 10_000
/** What `lost` is given when the line was silent: RFC 6455 reserves 1006 for a line that broke without a word. */
const BROKE = 1006

export type LineHearing = {
  opened(): void
  said(message: ToScreen): void
  /** A ping was answered, so this line holds. */
  held(): void
  /** Once, and nothing after it. Not called after `hangUp`. */
  lost(code: number): void
}

/** One connection to the desk that notices when it is dead. */
export class Line {
  readonly #world: World
  readonly #hearing: LineHearing
  readonly #connection: ReturnType<World['connect']>
  #cancelTimer = () => {}
  #isOver = false

  constructor(world: World, path: string, hearing: LineHearing) {
    this.#world = world
    this.#hearing = hearing
    this.#connection = world.connect(path, {
      opened: () => this.#isOver || hearing.opened(),
      said: (text) => this.#isOver || this.#hear(text),
      closed: (code) => this.#isOver || this.#lose(code),
    })
    this.#expectAnswer()
  }

  say(message: FromScreen): void {
    this.#connection.send(JSON.stringify(message))
  }

  ping(): void {
    this.#connection.send(PING)
    this.#expectAnswer()
  }

  hangUp(): void {
    this.#isOver = true
    this.#cancelTimer()
    this.#connection.close()
  }

  #hear(text: string): void {
    this.#startTimer(PING_EVERY_MS, () => this.ping())
    if (text === PONG) this.#hearing.held()
    else this.#hearMessage(text)
  }

  #hearMessage(text: string): void {
    const message = ToScreen.safeParse(jsonOf(text))
    // After a deploy the desk may say what this page has no word for yet; its other messages still count.
    if (message.success) this.#hearing.said(message.data)
  }

  #expectAnswer(): void {
    this.#startTimer(ANSWER_WITHIN_MS, () => this.#lose(BROKE))
  }

  #lose(code: number): void {
    this.hangUp()
    this.#hearing.lost(code)
  }

  #startTimer(ms: number, run: () => void): void {
    this.#cancelTimer()
    this.#cancelTimer = this.#world.after(ms, run)
  }
}
