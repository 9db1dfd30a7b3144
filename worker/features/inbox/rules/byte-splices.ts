/** `length` bytes, from `at` on, that others take the place of. */
export type Splice = { at: number; length: number; bytes: Uint8Array }

/** A copy of the bytes with each splice carried out; they are in order and do not overlap. */
export function spliced(raw: Uint8Array, splices: readonly Splice[]): Uint8Array {
  if (splices.length === 0) return raw
  const chunks: Uint8Array[] = []
  let copied = 0
  for (const { at, length, bytes } of splices) {
    chunks.push(raw.subarray(copied, at), bytes)
    copied = at + length
  }
  return joined([...chunks, raw.subarray(copied)])
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
