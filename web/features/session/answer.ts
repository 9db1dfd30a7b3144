/** A "no" of the sign-in routes; its message may be shown as it is. */
export class Answer extends Error {
  override readonly name = 'Answer'
}
