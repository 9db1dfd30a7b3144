/** One mailbox of a header. `address` is normalised, `name` is what the sender wrote beside it, or ''. */
export type MailAddress = { name: string; address: string }

/** A file that came with the mail. `name` is safe to show and to save under; `contentId` has no angle brackets. */
export type MailAttachment = { name: string; type: string; bytes: Uint8Array; contentId: string | null }

/** What the headers say about how the mail was made, none of which may be trusted as "good". */
export type MailOrigin = {
  /** Answered by a machine: `Auto-Submitted` other than `no` (RFC 3834), or a vendor's sign of the same. */
  autoSubmitted: boolean
  /** Sent to many: a `List-*` header, or `Precedence: bulk`, `list` or `junk`. */
  bulk: boolean
  listId: string | null
  precedence: string | null
  /** `Authentication-Results` as they came, topmost first. */
  authenticationResults: string[]
  /** A delivery report (RFC 3464) about a mail of ours. */
  deliveryReport: boolean
}

/** A mail as the office reads it. Whatever could not be read is said in `notes`, one plain sentence each. */
export type ParsedMail = MailOrigin & {
  from: MailAddress | null
  to: MailAddress[]
  cc: MailAddress[]
  replyTo: MailAddress[]
  subject: string
  /** The Date header as an ISO instant with Z. */
  sentAt: string | null
  /** Without angle brackets, never empty: a mail without one is named by its content. */
  messageId: string
  /** Ids this mail answers, oldest first, each once. */
  references: string[]
  text: string
  html: string | null
  /** How many characters of the HTML a reader cannot see. */
  hiddenChars: number
  attachments: MailAttachment[]
  /** `REQUEST`, `CANCEL`, … of a calendar part. */
  calendarMethod: string | null
  /** SHA-256, in hex, of what `canonicalContent` says of this mail. */
  contentHash: string
  notes: string[]
}
