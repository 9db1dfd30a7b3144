import type { Entity, EntityKind, Intent } from '../intents.ts'
import type { Place } from '../places-in.ts'
import type { SummaryQuote } from '../summary.ts'

/** What was understood of a message. Positions are positions in its text. */
export type Understanding = {
  intent: Intent
  confidence: number
  entities: readonly Entity[]
  summary: readonly SummaryQuote[]
  flags: readonly string[]
  /** True when the analyser would have had to guess. */
  abstained?: boolean
  subject: string
  /** The text itself; without it nobody can tell whose a number is. */
  text?: string
  urgent: boolean
}

/** What the office knows around a message. */
export type Facts = {
  /** All that this sender ever wrote lies in the spam, and their contact was put away with it. */
  isSpammer: boolean
  contactKnown: boolean
  contactName: string | null
  fromAddress: string
  fromName: string
  /** Mail addresses and E.164 numbers of the contact, normalised. */
  knownAddresses: readonly string[]
  /** Sent to many at once, as its headers say. */
  bulk: boolean
  /** `YYYY-MM-DD` on the office's clock. */
  today: string
  hasOpenDeal: boolean
  hasUpcomingAppointment: boolean
  /** ISO 4217. */
  currency: string
}

/** One message with all that proposals are made from. */
export type Matter = { understanding: Understanding; facts: Facts }

/** Where everything else fails, this much of the start of a text stands as evidence. */
const OPENING_CHARS = 160

const place = ({ quote, start, end }: Place): Place => ({ quote, start, end })

function opening(text: string): Place[] {
  const start = text.search(/\S/)
  if (start === -1) return []
  const quote = text.slice(start, start + OPENING_CHARS).trimEnd()
  return [{ quote, start, end: start + quote.length }]
}

/** What was named of a kind, in the order of the text. */
export const named = ({ understanding }: Matter, kind: EntityKind): Entity[] =>
  understanding.entities.filter((entity) => entity.kind === kind)

/** The words a proposal rests on: what it names, and what the message says; never nothing while there is a text. */
export function evidenceOf({ understanding }: Matter, ...entities: readonly (Entity | undefined)[]): Place[] {
  const rests = [...understanding.summary, ...entities.filter((entity) => entity !== undefined)].map(place)
  const distinct = rests.filter(
    ({ start, end }, at) => at === rests.findIndex((o) => o.start === start && o.end === end),
  )
  return distinct.length > 0 ? distinct : opening(understanding.text ?? '')
}
