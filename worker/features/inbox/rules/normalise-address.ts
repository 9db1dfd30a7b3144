const MAX_ADDRESS_LENGTH = 254
const MAX_LOCAL_LENGTH = 64

const LOCAL = /^[^\s\p{C}@"(),:;<>[\\\]]+$/u
const QUOTED_LOCAL = /^"[^\p{C}"\\]+"$/u
const DOMAIN = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}._-]*[\p{L}\p{M}\p{N}])?$/u
const LITERAL_DOMAIN = /^\[[0-9a-z.:]+\]$/

/**
 * An email address in the one form in which addresses are compared: trimmed and in lower case, the local part too,
 * because no provider in use tells `Ann@` from `ann@`. Null for whatever is not one address (RFC 5321 lengths), or
 * holds a control character.
 */
export function normaliseAddress(text: string): string | null {
  const address = text.trim().toLowerCase()
  if (address.length > MAX_ADDRESS_LENGTH) return null
  const at = address.lastIndexOf('@')
  const local = address.slice(0, Math.max(at, 0))
  const domain = address.slice(at + 1)
  if (local === '' || local.length > MAX_LOCAL_LENGTH) return null
  if (!LOCAL.test(local) && !QUOTED_LOCAL.test(local)) return null
  const readable = LITERAL_DOMAIN.test(domain) || (DOMAIN.test(domain) && !domain.includes('..'))
  return readable ? address : null
}
