import { hexOf } from './digest.ts'

declare global {
  // The type-check of the web app reads this file through the router, and would know the browser's Crypto only.
  interface Crypto {
    DigestStream: typeof DigestStream
  }
}

/** Lets bytes through as they are, and tells the SHA-256 (hexadecimal) of all that passed once they were read to the end. */
export function hashing(): { through: TransformStream<Uint8Array, Uint8Array>; hash: Promise<string> } {
  const digest = new crypto.DigestStream('SHA-256')
  const writer = digest.getWriter()
  const through = new TransformStream<Uint8Array, Uint8Array>({
    async transform(chunk, controller) {
      await writer.write(chunk)
      controller.enqueue(chunk)
    },
    flush: () => writer.close(),
  })
  return { through, hash: digest.digest.then((bytes) => hexOf(new Uint8Array(bytes))) }
}
