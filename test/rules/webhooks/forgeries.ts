/** The bytes with one bit turned: bit 0 is the lowest of the first byte. */
export function bitTurned(bytes: Uint8Array, bit: number): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes)
  const at = Math.floor(bit / 8) % copy.length
  copy[at] = (copy[at] ?? 0) ^ (1 << (bit % 8))
  return copy
}

/** An ASCII text with one of its letters changed to another visible one. */
export function letterChanged(text: string, at: number, letter: number): string {
  const place = at % text.length
  const old = text.charCodeAt(place)
  const other = 33 + (letter % 94)
  return (
    text.slice(0, place) + String.fromCharCode(other === old ? 33 + ((letter + 1) % 94) : other) + text.slice(place + 1)
  )
}

export const bytesOf = (text: string) => new TextEncoder().encode(text)

/** Unicode, CRLF, NUL and bytes that are no UTF-8, as a body may hold them. */
export const ODD_BODIES: [string, Uint8Array][] = [
  ['nothing', new Uint8Array()],
  ['Unicode', bytesOf('{"name":"Zoë 日本 🦷"}')],
  ['CRLF', bytesOf('a\r\nb\r\n\r\n')],
  ['bytes that are no text', Uint8Array.from([0, 255, 254, 13, 10, 128, 0])],
  ['10 MiB', new Uint8Array(10 * 1024 * 1024).fill(65)],
]
