import type { Change } from '../../kernel/live.ts'

/** The port to the office's desk. */
export type Desk = {
  /**
   * Tells every open screen what changed. A hint, after the write has committed: it is logged and not thrown when the
   * desk cannot be reached, and a screen that reconnects or comes to the front reads anew.
   */
  announce(changes: Change[]): Promise<void>
  /** Ends the live connections of somebody who does not work here any more. */
  endSockets(userId: string): Promise<void>
}
