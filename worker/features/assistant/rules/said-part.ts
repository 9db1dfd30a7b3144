import { isFarewell } from './entities/people.ts'

/** Only so much is looked through; what a message wants stands near its start. */
const MAX_LINES = 400
/** A line longer than this is no greeting and belongs to no signature. */
const SHORT_LINE_CHARS = 60
const GREETING = /^\s*(?:hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening|day)|greetings|to whom)\b[^?]{0,40}$/i
/** What stands under the signature of a mailing tells what it is. */
const TELLING = /subscri|preferences|in your browser/i

const isShort = (line: string) => line.length <= SHORT_LINE_CHARS

/**
 * What a message says, without the greeting before it and the signature below it: a company, a web site and a phone number
 * under a polite question would make the question look like a pitch.
 */
export function saidPart(text: string): string {
  const lines = text.split('\n', MAX_LINES)
  const first = lines.findIndex((line) => line.trim() !== '')
  const greeting = lines[first] ?? ''
  const start = isShort(greeting) && GREETING.test(greeting) ? first + 1 : first
  const farewell = lines.findIndex((line, at) => at > start && isShort(line) && isFarewell(line))
  const said = lines.filter((line, at) => {
    if (at < start) return false
    return farewell === -1 || at < farewell || !isShort(line) || TELLING.test(line)
  })
  return said.some((line) => line.trim() !== '') ? said.join('\n') : text
}
