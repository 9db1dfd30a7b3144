/** A mail written in a template string, as it goes over the wire: CRLF, no first line break, UTF-8. */
export const wire = (text: string): Uint8Array =>
  new TextEncoder().encode(text.replace(/^\n/, '').replaceAll('\n', '\r\n'))

/** The same with one byte a character, for mails of the years before UTF-8. */
export const wireLatin1 = (text: string): Uint8Array =>
  Uint8Array.from(text.replace(/^\n/, '').replaceAll('\n', '\r\n'), (character) => character.charCodeAt(0))

export const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)))

/** What a mail of the collection must be read as. `reply` is all that its sender wrote anew. */
export type SampleMail = {
  name: string
  raw: Uint8Array
  from: string
  subject: string
  reply: string
  files?: string[]
  notes?: RegExp
}
