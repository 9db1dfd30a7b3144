/** The port to stored files. Keys start with the office's id, and never hold a name that a sender chose. */
export type Files = {
  put(key: string, body: ReadableStream | Uint8Array | string, type: string): Promise<void>
  /** The whole file, or so many bytes of it from one on. `bytes` is always the size of the whole. */
  get(
    key: string,
    from?: number,
    length?: number,
  ): Promise<{ body: ReadableStream; bytes: number; type: string } | null>
  /** The keys under a prefix, in their order. */
  keys(prefix: string): Promise<string[]>
  /** Removes everything under a prefix. */
  removeAll(prefix: string): Promise<void>
}
