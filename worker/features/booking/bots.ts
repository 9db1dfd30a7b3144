/** What a form brings along by which a program may give itself away. */
export type Proof = {
  /** What the vendor's widget put into the form; null where there was none. */
  token: string | null
  /** A field that nobody sees: only a program fills it in. */
  trap: string
  /** When the form was made, sealed by us; null where it came from no form of ours. */
  stamp: string | null
}

/**
 * The port to whoever tells people from programs. A vendor that is out of reach must keep no customer out: then the
 * answer is `true`, and it is logged.
 */
export type Bots = {
  /** The public key of the widget that the page has to show; null where it needs none. */
  siteKey: string | null
  /** Made for each form. */
  stamp(): Promise<string>
  isPerson(proof: Proof): Promise<boolean>
}
