import { Buffer } from 'node:buffer'

/** A field or file as a vendor would put it into a form; text is sent as UTF-8. */
export type Sent = { name: string; filename?: string; type?: string; bytes: string | Uint8Array }

export const BOUNDARY = 'xYzZY'
export const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`

/** A multipart/form-data body as curl and the vendors write it. */
export function multipartBody(sent: Sent[], boundary = BOUNDARY): Uint8Array<ArrayBuffer> {
  const pieces = sent.flatMap(({ name, filename, type, bytes }) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${filename === undefined ? '' : `; filename="${filename}"`}\r\n${type ? `Content-Type: ${type}\r\n` : ''}\r\n`,
    ),
    Buffer.from(bytes as string),
    Buffer.from('\r\n'),
  ])
  return new Uint8Array(Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]))
}

/** An application/x-www-form-urlencoded body, every byte that is not a letter or digit escaped. */
export function urlEncodedBody(sent: Sent[]): Uint8Array<ArrayBuffer> {
  const letters = (bytes: string | Uint8Array): string => Buffer.from(bytes as string).toString('latin1')
  const escaped = (bytes: string | Uint8Array) =>
    letters(bytes).replace(/[^A-Za-z0-9]/g, (letter) =>
      letter === ' ' ? '+' : `%${letter.charCodeAt(0).toString(16).padStart(2, '0')}`,
    )
  return new Uint8Array(Buffer.from(sent.map(({ name, bytes }) => `${escaped(name)}=${escaped(bytes)}`).join('&')))
}

export const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
export const asText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8')
/** "日本語" in Shift_JIS. */
export const SHIFT_JIS = Uint8Array.from([0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea])
