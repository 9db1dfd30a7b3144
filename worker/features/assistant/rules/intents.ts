/** What a message wants of the office. */
export const INTENTS = [
  'appointment',
  'reschedule_cancel',
  'lead_quote',
  'customer_question',
  'complaint',
  'invoice_payment',
  'job_application',
  'sales_pitch',
  'newsletter',
  'spam',
  'other',
] as const
export type Intent = (typeof INTENTS)[number]

/**
 * What a message names. Values: `date` is `YYYY-MM-DD` and `time` an instant with `Z`, both read on the office's clock;
 * `phone` is E.164; `email` is lower case; `amount` is `CODE decimal`, such as `EUR 12.50`; the others are the words.
 */
export const ENTITY_KINDS = [
  'person',
  'phone',
  'email',
  'date',
  'time',
  'amount',
  'address',
  'company',
  'service',
] as const
export type EntityKind = (typeof ENTITY_KINDS)[number]

/** Something named in a text, with the words it came from: `text.slice(start, end) === quote`. */
export type Entity = { kind: EntityKind; value: string; quote: string; start: number; end: number }
