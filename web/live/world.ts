/** What a connection tells: never during the call that makes it, and nothing after `closed`. */
export type Hearing = { opened(): void; said(text: string): void; closed(code: number): void }
export type Connection = { send(text: string): void; close(): void }

/** What the live line needs of the browser, so that a test can stand in for it. */
export type World = {
  connect(path: string, hearing: Hearing): Connection
  /** Runs it once after so many milliseconds, unless the returned function is called before. */
  after(ms: number, run: () => void): () => void
  /** A number in [0, 1). */
  random(): number
  /** Calls when a try is worth it at once: the network is back, or someone looks again. Returns how to stop that. */
  onWake(wake: () => void): () => void
}
