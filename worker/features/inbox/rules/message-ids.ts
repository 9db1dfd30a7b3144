const MAX_ID_LENGTH = 500
const BRACKETED = /<([^<>\s]{1,500})>/g

/** How many references are kept: the oldest name the thread, the newest name the mail that is answered. */
export const MAX_REFERENCES = 100
const KEPT_OLDEST = 20

/** Every id a header value names, without angle brackets. Values without brackets are read as words holding an @. */
export function messageIds(value: string): string[] {
  const bracketed = Array.from(value.matchAll(BRACKETED), (match) => match[1] ?? '')
  if (bracketed.length > 0) return bracketed
  return value.split(/[\s<>,]/).filter((word) => word.includes('@') && word.length <= MAX_ID_LENGTH)
}

/** The one id of a Message-ID header, or null. Ids are compared as written: their case may carry meaning. */
export const normaliseMessageId = (value: string): string | null => messageIds(value)[0] ?? null

/** The references of a mail, oldest first, each once, at most `MAX_REFERENCES`: the first 20 and the last 80. */
export function cappedReferences(ids: readonly string[]): string[] {
  const unique = [...new Set(ids)]
  if (unique.length <= MAX_REFERENCES) return unique
  return [...unique.slice(0, KEPT_OLDEST), ...unique.slice(KEPT_OLDEST - MAX_REFERENCES)]
}
