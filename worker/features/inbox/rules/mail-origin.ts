import type { Header } from 'postal-mime'
import type { MailOrigin } from './parsed-mail.ts'

const BULK_PRECEDENCES: ReadonlySet<string> = new Set(['bulk', 'list', 'junk'])
const AUTOMATIC_HEADERS: ReadonlySet<string> = new Set(['x-autoreply', 'x-autorespond', 'x-auto-reply-from'])
const MAX_RESULTS = 10
const MAX_VALUE_LENGTH = 2000

const REPORT = /^multipart\/report\b.*report-type="?delivery-status/is

/** The first value of a header, or null. */
export const headerValue = (headers: readonly Header[], key: string): string | null =>
  headers.find((header) => header.key === key)?.value.slice(0, MAX_VALUE_LENGTH) ?? null

/** All values of a header, topmost first. */
export const headerValues = (headers: readonly Header[], key: string): string[] =>
  headers.filter((header) => header.key === key).map((header) => header.value)

/** Reads off the headers how the mail was made: by a person, by a machine, for one or for many. */
export function mailOrigin(headers: readonly Header[]): MailOrigin {
  const submitted = headerValue(headers, 'auto-submitted')?.trim().toLowerCase() ?? 'no'
  const precedence = headerValue(headers, 'precedence')?.trim().toLowerCase() ?? null
  const isListed = headers.some((header) => header.key.startsWith('list-'))
  const results = headerValues(headers, 'authentication-results')
  return {
    autoSubmitted:
      !/^no\b/.test(submitted) ||
      precedence === 'auto_reply' ||
      headers.some((header) => AUTOMATIC_HEADERS.has(header.key)),
    bulk: isListed || (precedence !== null && BULK_PRECEDENCES.has(precedence)),
    listId: headerValue(headers, 'list-id'),
    precedence,
    authenticationResults: results.slice(0, MAX_RESULTS).map((value) => value.slice(0, MAX_VALUE_LENGTH)),
    deliveryReport: REPORT.test(headerValue(headers, 'content-type') ?? ''),
  }
}
