import PostalMime, { type Email } from 'postal-mime'
import type { MendedMail } from './mend-mail.ts'

const MAX_HEADER_LINE = 10_000
const MAX_HEADER_LINES = 50
const KEPT_HEADER = /^(?:from|to|cc|reply-to|subject|date|message-id|in-reply-to|references)[ \t]*:/i

/**
 * What is left of a mail that the parser gave up on: the headers that say who wrote what to whom, each within a limit,
 * and everything below them as one plain text.
 */
export async function salvagedEmail(mended: MendedMail): Promise<Email> {
  const decoder = new TextDecoder()
  const head = decoder.decode(mended.raw.subarray(0, mended.bodyStart)).replace(/\r?\n(?=[ \t])/g, '')
  const kept = head
    .split(/\r?\n/)
    .filter((line) => KEPT_HEADER.test(line))
    .slice(0, MAX_HEADER_LINES)
  const email = await PostalMime.parse(`${kept.map((line) => line.slice(0, MAX_HEADER_LINE)).join('\r\n')}\r\n\r\n`)
  return { ...email, text: decoder.decode(mended.raw.subarray(mended.bodyStart)) }
}
