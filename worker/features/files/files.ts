/** The port to stored files. Keys start with the office's id, and never hold a name that a sender chose. */
export type Files = {
  put(key: string, body: ReadableStream | Uint8Array | string, type: string): Promise<void>
  get(key: string): Promise<{ body: ReadableStream; bytes: number; type: string } | null>
  /** Removes everything under a prefix. */
  removeAll(prefix: string): Promise<void>
}
