import { describe, expect, it } from 'vitest'
import { MAIL_MAX_BYTES, readCapped } from '../../../worker/http/webhooks/read-capped.ts'

const CHUNK_BYTES = 64 * 1024

/** A body of this many bytes, and how many of them somebody asked for. */
function bodyOf(bytes: number) {
  const asked = { bytes: 0, cancelled: false }
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const size = Math.min(CHUNK_BYTES, bytes - asked.bytes)
        if (size === 0) return controller.close()
        asked.bytes += size
        controller.enqueue(new Uint8Array(size).fill(7))
      },
      cancel() {
        asked.cancelled = true
      },
    },
    { highWaterMark: 0 },
  )
  return { stream, asked }
}

describe('reading a body under a cap', () => {
  it('takes exactly 25 MiB', async () => {
    const read = await readCapped(bodyOf(MAIL_MAX_BYTES).stream, MAIL_MAX_BYTES)
    expect(read.ok && read.bytes.length).toBe(26_214_400)
    expect(read.ok && read.bytes.every((byte) => byte === 7)).toBe(true)
  })

  it('refuses one byte more', async () => {
    expect(await readCapped(bodyOf(MAIL_MAX_BYTES + 1).stream, MAIL_MAX_BYTES)).toEqual({ ok: false, why: 'too_large' })
  })

  it('stops a flood as soon as it is too much', async () => {
    const { stream, asked } = bodyOf(1000 * CHUNK_BYTES)
    expect(await readCapped(stream, 10 * CHUNK_BYTES)).toEqual({ ok: false, why: 'too_large' })
    expect(asked).toEqual({ bytes: 11 * CHUNK_BYTES, cancelled: true })
  })

  it('takes no body for an empty one', async () => {
    expect(await readCapped(null, 1)).toEqual({ ok: true, bytes: new Uint8Array() })
  })
})
