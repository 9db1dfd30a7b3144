import { z } from 'zod'
import type { ModelReading } from '../../features/assistant/models.ts'
import { ENTITY_KINDS, INTENTS } from '../../features/assistant/rules/intents.ts'
import { jsonOf } from '../../kernel/json.ts'
import { oneLine } from '../../kernel/text.ts'

/** A summary is at most this many sentences; what a model adds is dropped. */
export const SUMMARY_SENTENCES = 2
/** A message names at most this many things; what a model adds is dropped. */
export const ENTITIES_MAX = 40
const SENTENCE_CHARACTERS = 400
const QUOTE_CHARACTERS = 600
const VALUE_CHARACTERS = 300
const LANGUAGE_CHARACTERS = 20
/** RFC 5646: the language is not determined. */
const UNKNOWN_LANGUAGE = 'und'

/**
 * What goes over the wire. Every key is present and no length is limited, because one vendor refuses optional keys and
 * the other does not enforce limits; `Reading` enforces them afterwards.
 */
export const WireReading = z.object({
  intent: z.enum(INTENTS),
  language: z.string(),
  summary: z.array(z.object({ sentence: z.string(), quote: z.string() })),
  entities: z.array(z.object({ kind: z.enum(ENTITY_KINDS), value: z.string(), quote: z.string() })),
})

const words = (characters: number) => z.string().max(characters).transform(oneLine)

/** What we believe the shape of. A key we did not ask for refuses the whole answer: the model may have been steered. */
const Reading = z.strictObject({
  intent: z.enum(INTENTS),
  language: z
    .string()
    .max(LANGUAGE_CHARACTERS)
    .regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i)
    .catch(UNKNOWN_LANGUAGE),
  summary: z.array(z.strictObject({ sentence: words(SENTENCE_CHARACTERS), quote: z.string().max(QUOTE_CHARACTERS) })),
  entities: z.array(
    z.strictObject({
      kind: z.enum(ENTITY_KINDS),
      value: words(VALUE_CHARACTERS),
      quote: z.string().max(QUOTE_CHARACTERS),
    }),
  ),
})

/** A summary needs no link, and a link is how an attacker makes a summary do work: those sentences are dropped. */
const hasLink = (text: string) => /[a-z]:\/\/|www\.|\]\(|(?:javascript|mailto):|data:\w+\//i.test(text)

/**
 * The reading in a model's answer, or null when it is not one. Accepts text, with or without a Markdown fence, or the
 * parsed object some vendors hand over. Quotes are not compared with the mail here.
 */
export function readingFrom(answer: unknown): ModelReading | null {
  const parsed = Reading.safeParse(typeof answer === 'string' ? jsonOf(unfenced(answer)) : answer)
  if (!parsed.success) return null
  const { intent, language, summary, entities } = parsed.data
  return {
    intent,
    language: language.toLowerCase(),
    summary: summary.filter((one) => one.sentence && one.quote && !hasLink(one.sentence)).slice(0, SUMMARY_SENTENCES),
    entities: entities.filter((one) => one.value && one.quote && !hasLink(one.value)).slice(0, ENTITIES_MAX),
  }
}

function unfenced(text: string): string {
  const trimmed = text.trim()
  const fenced = trimmed.startsWith('```') && trimmed.endsWith('```')
  return fenced ? trimmed.slice(trimmed.indexOf('\n') + 1, -3) : trimmed
}
