import { holdsBack } from './flags.ts'
import type { Intent } from './intents.ts'

export type Readings = {
  builtIn: { intent: Intent; confidence: number; abstained: boolean }
  /** What a model said, or null where none was asked or none answered. A model states no confidence. */
  model: { intent: Intent } | null
  flags: readonly string[]
}

/**
 * How much doubt is left where both readers agree. Two readers that agree at 0.6 are right about as often as one at 0.9,
 * so agreement at 0.6 just passes the gate.
 */
const DOUBT_AFTER_AGREEMENT = 0.35
/** Two readers that name different intents are each right about half the time. */
const DISAGREED = 0.5
/** A model where the built-in analyser would have had to guess: likely, but nobody seconds it. */
const MODEL_ALONE = 0.7
/** Nothing is ever certain, and a flagged message stays below every gate. */
const HIGHEST = 0.99
const HIGHEST_WHEN_FLAGGED = 0.8

/** Intents from which nothing follows, so that they are what a message would want to be taken for. */
const QUIET: readonly Intent[] = ['newsletter', 'sales_pitch', 'spam', 'other']

/**
 * The intent to go by where the readers differ: the model's, which understands what a word count cannot. But the text of
 * a mail can steer a model, so that a model may not silence what the built-in analyser heard.
 */
const preferred = (builtIn: Intent, model: Intent) =>
  QUIET.includes(model) && !QUIET.includes(builtIn) ? builtIn : model

function unflagged({ builtIn, model }: Readings): { intent: Intent; confidence: number } {
  if (model === null) return { intent: builtIn.intent, confidence: builtIn.confidence }
  if (builtIn.abstained) return { intent: model.intent, confidence: MODEL_ALONE }
  if (builtIn.intent !== model.intent) {
    return { intent: preferred(builtIn.intent, model.intent), confidence: DISAGREED }
  }
  return { intent: builtIn.intent, confidence: 1 - (1 - builtIn.confidence) * DOUBT_AFTER_AGREEMENT }
}

/**
 * What a message wants and how sure that is, from 0 to 1. Only the built-in analyser's calibrated probability and the
 * agreement of the readers count; no reader writes its own figure.
 */
export function confidenceOf(readings: Readings): { intent: Intent; confidence: number } {
  const { intent, confidence } = unflagged(readings)
  return { intent, confidence: Math.min(confidence, holdsBack(readings.flags) ? HIGHEST_WHEN_FLAGGED : HIGHEST) }
}
