import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { base64LinesLength, base64Of, bytesFromBase64, writeBase64Lines } from '../../../worker/kernel/base64.ts'

const ascii = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

function base64Lines(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(base64LinesLength(bytes.length))
  expect(writeBase64Lines(bytes, out, 0)).toBe(out.length)
  return out
}

describe('base64', () => {
  it('is what Node writes, and reads back, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const expected = Buffer.from(bytes).toString('base64')
        const lines = ascii(base64Lines(bytes))
        expect(lines.replaceAll('\r\n', '')).toBe(expected)
        expect(lines.split('\r\n').every((line) => line.length <= 76)).toBe(true)
        expect(base64Of(bytes)).toBe(expected)
        expect(bytesFromBase64(expected)).toEqual(bytes)
      }),
    )
  })

  it.each(['a', 'ab', 'abc', '====', 'a===', 'ab=c', 'QQ==\n', ' QQ==', 'QR==', 'QUJ=', 'QQ__', 'ä123', 'QQ==QQ=='])(
    'refuses %j, which is not canonical',
    (text) => {
      expect(bytesFromBase64(text)).toBeNull()
    },
  )

  it('takes 25 MiB in linear time', () => {
    const bytes = new Uint8Array(25 * 1024 * 1024).fill(200)
    const startedAt = performance.now()
    base64Lines(bytes)
    expect(performance.now() - startedAt).toBeLessThan(1000)
  })
})
