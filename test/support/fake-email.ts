/** Mail as Cloudflare Email Routing hands it to a Worker, in small chunks; `rejection()` is what it was refused with. */
export function fakeEmail({ from = 'ann@customer.test', to, raw, rawSize = raw.length }: Envelope) {
  let reason: string | null = null
  const message = {
    ...{ from, to, rawSize, raw: inChunks(raw), headers: new Headers(), canBeForwarded: true },
    setReject: (why: string) => {
      reason = why
    },
    forward: () => Promise.reject(new Error('Nothing is ever forwarded.')),
    reply: () => Promise.reject(new Error('Nothing is ever answered by the door.')),
  } as unknown as ForwardableEmailMessage
  return { message, rejection: () => reason }
}

type Envelope = { from?: string; to: string; raw: Uint8Array; rawSize?: number }

/** Not a power of two, so that nothing fits by accident; a large mail comes in at most a hundred pieces. */
const CHUNK_BYTES = 1021
const CHUNKS_MAX = 100

function inChunks(bytes: Uint8Array): ReadableStream<Uint8Array> {
  const step = Math.max(CHUNK_BYTES, Math.ceil(bytes.length / CHUNKS_MAX))
  let at = 0
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close()
      controller.enqueue(bytes.slice(at, at + step))
      at += step
    },
  })
}
