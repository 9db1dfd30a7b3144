import { classify } from './classify.ts'
import type { ReadingContext } from './entities/context.ts'
import { findEntities } from './entities/find-entities.ts'
import { type Flag, flagsOf } from './flags.ts'
import type { Entity, Intent } from './intents.ts'
import { languageOf } from './language.ts'
import { newPart, READ_LIMIT_CHARS } from './new-part.ts'
import { type SummaryQuote, summarise } from './summary.ts'
import { isUrgent } from './urgency.ts'

export type IncomingMail = { subject: string; text: string; from: string; at: string }

/** What the built-in analyser makes of a message. Every position is one in `mail.text`. */
export type BuiltInReading = {
  intent: Intent
  /** The calibrated probability that `intent` is right. */
  confidence: number
  summary: string
  language: string
  entities: Entity[]
  summaryQuotes: SummaryQuote[]
  /** True when the analyser would have had to guess: `intent` is then `other`, and `alternatives` says what it may be. */
  abstained: boolean
  alternatives: Intent[]
  flags: Flag[]
  urgent: boolean
}

/** With any of these the classifier has not read what it was taught to read, and its probabilities mean nothing. */
const UNREADABLE: readonly Flag[] = ['empty', 'truncated', 'hidden_text', 'unsupported_language']
/** The confidence of "other" when the analyser abstains: far below any gate. */
const ABSTAINED_CONFIDENCE = 0.2

/**
 * Reads a message without a model, a key or a network: its intent with a calibrated confidence, an extractive summary
 * of at most two sentences, its language (BCP 47, `und` when too short to tell) and what it names. Only what the sender
 * wrote now is read, not what they quote. Pure and linear in the length of the text; never throws on any input.
 */
export function analyse(mail: IncomingMail, context: ReadingContext): BuiltInReading {
  const text = newPart(mail.text)
  const language = languageOf(`${mail.subject}\n${text}`)
  const flags = flagsOf(mail.subject, text, language, mail.text.length > READ_LIMIT_CHARS)
  const verdict = classify(mail.subject, text)
  const abstained = !verdict.isSure || flags.some((flag) => UNREADABLE.includes(flag))
  const summaryQuotes = summarise(text)
  return {
    intent: abstained ? 'other' : verdict.intent,
    confidence: abstained ? Math.min(verdict.confidence, ABSTAINED_CONFIDENCE) : verdict.confidence,
    summary: summaryQuotes.map(({ sentence }) => sentence).join(' '),
    language,
    entities: findEntities({ text, from: mail.from, at: mail.at }, context),
    summaryQuotes,
    abstained,
    alternatives: verdict.alternatives,
    flags,
    urgent: isUrgent(`${mail.subject}\n${text}`),
  }
}
