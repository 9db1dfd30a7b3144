/** What a text message of a customer says, as far as a machine may act on it. */
export type TextAnswer = 'stop' | 'start' | 'confirm' | 'other'

/** The words by which carriers end and begin it; only the whole message counts, for “Stop texting me” is a sentence. */
const STOP = new Set(['stop', 'unsubscribe', 'end', 'quit', 'stopall', 'revoke', 'optout', 'cancel'])
const START = new Set(['start', 'unstop'])
const CONFIRM = new Set(['c', 'confirm', 'confirmed', 'y', 'yes', 'yes please', 'ok', 'okay', 'ja', 'oui', 'si', 'sí'])

/** `hasStopped`: for whoever said stop, “yes” means that they want texts again. */
export function answerOf(text: string, hasStopped: boolean): TextAnswer {
  const said = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s.!,…]+/g, ' ')
    .trim()
  if (STOP.has(said)) return 'stop'
  if (START.has(said) || (hasStopped && said === 'yes')) return 'start'
  return CONFIRM.has(said) ? 'confirm' : 'other'
}
