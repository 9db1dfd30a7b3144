import { conceptsIn } from './concepts.ts'
import { saidPart } from './said-part.ts'
import { wordsOf } from './words-of.ts'

/** The number of hash buckets; 2^14 keeps the weights of eleven intents under 200 KB. */
export const BUCKETS = 2 ** 14
const SHORTEST_GRAM = 3
const LONGEST_GRAM = 5

/** A message as a vector of unit length: bucket numbers and, at the same places, their values. */
export type Features = { buckets: readonly number[]; values: readonly number[] }

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

/** FNV-1a over UTF-16 units, continued from `seed`. */
function hash(seed: number, text: string, start: number, end: number): number {
  let value = seed
  for (let at = start; at < end; at++) value = Math.imul(value ^ text.charCodeAt(at), FNV_PRIME)
  return value
}

const seedOf = (namespace: string) => hash(FNV_OFFSET, namespace, 0, namespace.length)

const TEXT_SEEDS = { word: seedOf('w'), pair: seedOf('p'), gram: seedOf('g') }
const SUBJECT_SEEDS = { word: seedOf('sw'), pair: seedOf('sp'), gram: seedOf('sg') }
const CONCEPT_SEED = seedOf('c')
const SHAPE_SEED = seedOf('f')
type Seeds = typeof TEXT_SEEDS

/** Numbers by bucket, with the buckets that hold one in the order in which they were first counted. */
type Sparse<Numbers> = { of: Numbers; buckets: number[] }
/** Each kind of feature has its own, so that the many characters do not drown the few words. */
type Counts = Sparse<Uint16Array>
const noCounts = (): Counts => ({ of: new Uint16Array(BUCKETS), buckets: [] })
/** How much each kind weighs; chosen by cross-validation over the trades of the sentences that teach. */
const WEIGHTS = { words: 1, grams: 1, subject: 0.5, concepts: 0.5 }

/** Counts one feature in the bucket that its hash falls into. */
function add(counts: Counts, value: number): void {
  const mixed = Math.imul(value ^ (value >>> 15), 0x85ebca6b)
  const bucket = (mixed >>> 13) & (BUCKETS - 1)
  const count = counts.of[bucket] ?? 0
  if (count === 0) counts.buckets.push(bucket)
  counts.of[bucket] = count + 1
}

const addNamed = (counts: Counts, seed: number, name: string) => add(counts, hash(seed, name, 0, name.length))

/** Where a length in words falls: a text message, a note, a letter, or more. */
const LENGTH_STEPS = [8, 20, 60]

/** How long a message is and whether it has a subject: a line of six words is rarely a newsletter. */
function countShape(counts: Counts, subjectWords: readonly string[], textWords: readonly string[]): void {
  const steps = LENGTH_STEPS.filter((step) => textWords.length >= step).length
  addNamed(counts, SHAPE_SEED, `length ${steps}`)
  if (subjectWords.length === 0) addNamed(counts, SHAPE_SEED, 'no subject')
}

function countWords(counts: Counts, words: readonly string[], seeds: Seeds): void {
  let before = '^'
  for (const word of words) {
    addNamed(counts, seeds.word, word)
    addNamed(counts, seeds.pair, `${before} ${word}`)
    before = word
  }
  if (before !== '^') addNamed(counts, seeds.pair, `${before} $`)
}

function countGrams(counts: Counts, words: readonly string[], seeds: Seeds): void {
  for (const word of words) {
    const edged = `_${word}_`
    for (let size = SHORTEST_GRAM; size <= LONGEST_GRAM; size++) {
      for (let at = 0; at + size <= edged.length; at++) add(counts, hash(seeds.gram, edged, at, at + size))
    }
  }
}

const MOST_TABLED = 64
const SUBLINEAR = Array.from({ length: MOST_TABLED }, (_, count) => 1 + Math.log(count))
const sublinear = (count: number) => SUBLINEAR[count] ?? 1 + Math.log(count)

/** Adds the counts of one kind to a vector: sublinear, and scaled so that the whole kind has the length `weight`. */
function addScaled(vector: Sparse<Float64Array>, { of, buckets }: Counts, weight: number): void {
  let squares = 0
  for (const bucket of buckets) squares += sublinear(of[bucket] ?? 0) ** 2
  const scale = weight / (Math.sqrt(squares) || 1)
  for (const bucket of buckets) {
    const known = vector.of[bucket] ?? 0
    if (known === 0) vector.buckets.push(bucket)
    vector.of[bucket] = known + sublinear(of[bucket] ?? 0) * scale
  }
}

/**
 * Hashed n-grams of a message: words and pairs of words, three to five characters within a word, the ideas the words
 * stand for, its length, and the subject once more by itself.
 */
export function featuresOf(subject: string, text: string): Features {
  const subjectWords = wordsOf(subject)
  const textWords = wordsOf(saidPart(text))
  const words = [...subjectWords, ...textWords]
  const counts = { words: noCounts(), grams: noCounts(), subject: noCounts(), concepts: noCounts() }
  countWords(counts.words, words, TEXT_SEEDS)
  countShape(counts.words, subjectWords, textWords)
  countGrams(counts.grams, words, TEXT_SEEDS)
  countWords(counts.subject, subjectWords, SUBJECT_SEEDS)
  countGrams(counts.subject, subjectWords, SUBJECT_SEEDS)
  for (const concept of conceptsIn(words)) addNamed(counts.concepts, CONCEPT_SEED, concept)
  const vector = { of: new Float64Array(BUCKETS), buckets: [] }
  addScaled(vector, counts.words, WEIGHTS.words)
  addScaled(vector, counts.grams, WEIGHTS.grams)
  addScaled(vector, counts.subject, WEIGHTS.subject)
  addScaled(vector, counts.concepts, WEIGHTS.concepts)
  return unitVector(vector)
}

function unitVector({ of, buckets }: Sparse<Float64Array>): Features {
  const values = buckets.map((bucket) => of[bucket] ?? 0)
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1
  return { buckets, values: values.map((value) => value / length) }
}
