/** A text message on its way out. */
export type OutgoingText = {
  /** One for each text that is meant to be sent. */
  sendId: string
  officeId: string
  /** Where the carrier's word on its delivery belongs. */
  messageId: string
  /** E.164. */
  to: string
  text: string
}

/**
 * The port to whoever carries text messages. A refusal is final, and `Stopped` as well; after `NotTaken` it may be tried
 * again; after any other error nobody knows whether the text went out.
 */
export type Phone = {
  send(text: OutgoingText): Promise<void>
  /** Whether the carrier knows a text again by its `sendId`, so that a repeat sends nothing twice. */
  recognisesRepeats: boolean
}
