/** They sent STOP to our number. */
export const STOPPED_CODE = 21610

const WORDS: Record<number, string> = {
  21211: 'This is not a phone number that texts can be sent to.',
  21408: 'Texts to this country are not switched on for this account.',
  21610: 'They answered STOP, so they get no text messages any more.',
  21614: 'This number takes no text messages. It may be a landline.',
  21617: 'The text is too long.',
  30003: 'The phone is switched off or out of reach.',
  30004: 'The number, or its network, blocks our texts.',
  30005: 'This number does not exist any more.',
  30006: 'This number takes no text messages. It may be a landline.',
  30007: 'The network took the text for advertising and stopped it.',
  30008: 'The network could not deliver it and does not say why.',
  30034: 'The network asks for our number to be registered first.',
  30610: 'It may not be sent at this hour of the recipient’s day.',
}

/** What one of Twilio's error codes means, for whoever reads the appointment. */
export const sentenceOfTwilio = (code: number | null): string =>
  (code !== null && WORDS[code]) || `The text cannot be delivered${code === null ? '' : ` (error ${code})`}.`
