import type { Entity } from '../intents.ts'

const LOCAL_MAX_CHARS = 64
const DOMAIN_MAX_CHARS = 100
const LOCAL_END = /[\p{L}\p{N}._%+-]+$/u
const DOMAIN_START = /^(?:[\p{L}\p{N}-]{1,63}\.){1,6}\p{L}{2,24}/u

/**
 * Mail addresses in their everyday form (`local@domain.tld`), in lower case. Looks both ways from each `@` within the
 * lengths of RFC 5321, so that a row of them costs no more than their number.
 */
export function findEmails(text: string, limit: number): Entity[] {
  const found: Entity[] = []
  for (let at = text.indexOf('@'); at !== -1 && found.length < limit; at = text.indexOf('@', at + 1)) {
    const local = LOCAL_END.exec(text.slice(Math.max(0, at - LOCAL_MAX_CHARS), at))?.[0].replace(/^[.%+-]+/, '')
    const domain = DOMAIN_START.exec(text.slice(at + 1, at + 1 + DOMAIN_MAX_CHARS))?.[0]
    if (!local || !domain || local.endsWith('.')) continue
    const start = at - local.length
    const quote = `${local}@${domain}`
    found.push({ kind: 'email', value: quote.toLowerCase(), quote, start, end: start + quote.length })
  }
  return found
}
