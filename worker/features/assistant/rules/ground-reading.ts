import type { ModelReading } from '../models.ts'
import { entityBorneOut } from './entity-borne-out.ts'
import type { Entity, Intent } from './intents.ts'
import { type Place, placesIn } from './places-in.ts'
import type { SummaryQuote } from './summary.ts'

const SUMMARY_SENTENCES = 2
/** More than this is no summary of what a message names, and each costs a search. */
const ENTITIES_READ = 40
/** A summary needs no link, and a link is how an attacker would make a summary do work. */
const LINK = /[a-z]:\/\/|\bwww\.|\]\(|\b(?:javascript|mailto|data):|[\p{L}\p{N}]\.[a-z]{2,24}\//iu

export type GroundedReading = {
  intent: Intent
  language: string
  summary: SummaryQuote[]
  entities: Entity[]
  /** How many statements were left out, because the text does not bear them. */
  dropped: number
}

const isGrounded = <Grounded>(one: Grounded | null): one is Grounded => one !== null

/**
 * What of a model's reading the text bears: statements and things whose quoted words stand in it, at their first place.
 * White space may differ, because mail programs wrap lines. `quote` is the text's own spelling. Linear in the text.
 */
export function groundReading(reading: ModelReading, text: string): GroundedReading {
  const find: (quote: string) => Place | null = placesIn(text)
  const summary = reading.summary
    .map(({ sentence, quote }) => {
      const place = LINK.test(sentence) ? null : find(quote)
      return place && { sentence, ...place }
    })
    .filter(isGrounded)
    .slice(0, SUMMARY_SENTENCES)
  const entities = reading.entities
    .slice(0, ENTITIES_READ)
    .map(({ kind, value, quote }) => {
      const place = find(quote)
      return place && entityBorneOut({ kind, value, ...place })
    })
    .filter(isGrounded)
  const dropped = reading.summary.length + reading.entities.length - summary.length - entities.length
  return { intent: reading.intent, language: reading.language, summary, entities, dropped }
}
