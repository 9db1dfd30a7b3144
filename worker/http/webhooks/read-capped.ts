import { joinBytes } from '../../kernel/bytes.ts'

/** The largest message any door accepts: 25 MiB, as Cloudflare's own. */
export const MAIL_MAX_BYTES = 25 * 1024 * 1024

/**
 * The bytes of a body, or that it is larger than `limitBytes`. Counts while the bytes stream and stops at the first one
 * too many, because a Content-Length may be missing or lie. A sender that hangs up makes it throw.
 */
export async function readCapped(
  body: ReadableStream<Uint8Array> | null,
  limitBytes: number,
): Promise<{ ok: true; bytes: Uint8Array<ArrayBuffer> } | { ok: false; why: 'too_large' }> {
  const chunks: Uint8Array[] = []
  let length = 0
  if (body === null) return { ok: true, bytes: joinBytes(chunks) }
  const reader = body.getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length
    if (length > limitBytes) {
      await reader.cancel()
      return { ok: false, why: 'too_large' }
    }
    chunks.push(read.value)
  }
  return { ok: true, bytes: joinBytes(chunks) }
}
