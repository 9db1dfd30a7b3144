import { oneLine, shorten } from '../../../kernel/text.ts'
import { type Span, sentencesOf } from './sentences.ts'

/** One statement of a summary and the words it came from: `text.slice(start, end) === quote`. */
export type SummaryQuote = Span & { sentence: string; quote: string }

const MAX_SENTENCES_READ = 60
const MAX_SENTENCE_CHARS = 220
const MIN_LETTERS = 3

const GREETING =
  /^(?:[Hh]i|[Hh]ello|[Hh]ey|[Hh]iya|[Dd]ear|[Gg]ood (?:morning|afternoon|evening|day)|[Mm]orning|[Gg]reetings|[Tt]o whom it may concern)(?: (?:there|all|team|everyone|[Ss]ir|[Mm]adam|or|and|\p{Lu}[\p{L}'’.-]{0,24})){0,4}\s{0,3}(?:[,!.:–-]\s{0,3}|$)/u
const PLEASANTRY =
  /^(?:(?:i )?hope (?:you|this|all|everyone)\b.{0,60}|(?:many |kind |best |warm )?(?:thanks|thank you|regards|wishes|cheers|sincerely|best|yours)\b.{0,50}|(?:looking|i look) forward\b.{0,60}|have a (?:good|great|nice|lovely)\b.{0,30}|sent from my\b.{0,40}|my name is [^,.;]{2,40}|how are you\b.{0,20}|happy new year.{0,10}|(?:please )?let me know(?: (?:please|asap|thanks))?|all the best.{0,20})[.!?]?$/i
const ASKS =
  /\?|\b(?:please|could you|can you|can i|could i|would you|would like|i(?:'d| would) like|need|want|looking for|let me know|wondering|request|kindly|must|cancel|book|quote)\b/i

/** Whether a sentence asks for something. */
export const asksForSomething = (sentence: string): boolean => ASKS.test(sentence)

const letters = (text: string) => text.match(/\p{L}/gu)?.length ?? 0

function withoutGreeting(text: string, span: Span): Span {
  const greeting = GREETING.exec(text.slice(span.start, span.end))?.[0].length ?? 0
  return { start: span.start + greeting, end: span.end }
}

function quoteOf(text: string, { start, end }: Span): SummaryQuote {
  const quote = text.slice(start, end)
  return { sentence: shorten(oneLine(quote), MAX_SENTENCE_CHARS), quote, start, end }
}

/**
 * At most two sentences of the message itself: the first that says something, and the first after it that asks for
 * something. Nothing is rephrased, so nothing can be invented; a text without words has no summary.
 */
export function summarise(text: string): SummaryQuote[] {
  const spans = sentencesOf(text, MAX_SENTENCES_READ)
    .map((span) => withoutGreeting(text, span))
    .filter(({ start, end }) => letters(text.slice(start, end)) >= MIN_LETTERS)
  const telling = spans.filter(({ start, end }) => !PLEASANTRY.test(text.slice(start, end)))
  const first = telling[0] ?? spans[0]
  if (!first) return []
  const asking = telling.find(({ start, end }) => start > first.start && asksForSomething(text.slice(start, end)))
  return [first, ...(asking ? [asking] : [])].map((span) => quoteOf(text, span))
}
