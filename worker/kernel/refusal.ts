/** The ways to say no. A caller may show the sentence as it is; the code decides the HTTP status. */
export const REFUSAL_CODES = [
  'unauthenticated',
  'not_allowed',
  'not_found',
  'invalid',
  'conflict',
  'too_large',
  'too_many',
  'unavailable',
] as const
export type RefusalCode = (typeof REFUSAL_CODES)[number]

/** A "no" that is an answer, not a fault: it is shown to whoever asked and never retried. */
export class Refusal extends Error {
  readonly code: RefusalCode

  constructor(code: RefusalCode, sentence: string) {
    super(sentence)
    this.name = 'Refusal'
    this.code = code
  }
}

/** What belongs to another office and what does not exist are answered alike, so that ids tell nothing. */
export const notFound = (what: string) => new Refusal('not_found', `This ${what} does not exist, or was removed.`)
