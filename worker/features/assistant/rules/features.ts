/** The number of hash buckets; 2^14 keeps the weights of eleven intents under 200 KB. */
export const BUCKETS = 2 ** 14

/** What of a message is read to name its intent: the first 400 words say it, or nothing does. */
const READ_CHARS = 4000
const READ_WORDS = 400
const LONGEST_WORD = 24
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
type Seeds = typeof TEXT_SEEDS

/** One written word in the form that is counted; addresses, sums and numbers become what they are, not which. */
function masked(written: string): string {
  const word = written.slice(0, LONGEST_WORD)
  if (/^(https?:|www\.)/.test(word)) return ' url '
  if (word.includes('@')) return ' mailaddress '
  if (/[$€£]/.test(word) && /\d/.test(word)) return ' money '
  return word.replace(/\d+/g, ' 0 ')
}

function wordsOf(text: string): string[] {
  const written = text.slice(0, READ_CHARS).normalize('NFKC').toLowerCase().replaceAll('’', "'").split(/\s/)
  const words = written.filter(Boolean).slice(0, READ_WORDS).map(masked).join(' ')
  return words.match(/[\p{L}\p{N}']+|[!?]/gu) ?? []
}

function countInto(counts: Map<number, number>, words: readonly string[], seeds: Seeds): void {
  const add = (value: number) => {
    const mixed = Math.imul(value ^ (value >>> 15), 0x85ebca6b)
    const bucket = (mixed >>> 13) & (BUCKETS - 1)
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1)
  }
  let before = '^'
  for (const word of words) {
    add(hash(seeds.word, word, 0, word.length))
    const pair = `${before} ${word}`
    add(hash(seeds.pair, pair, 0, pair.length))
    before = word
    const edged = `_${word}_`
    for (let size = SHORTEST_GRAM; size <= LONGEST_GRAM; size++) {
      for (let at = 0; at + size <= edged.length; at++) add(hash(seeds.gram, edged, at, at + size))
    }
  }
}

/**
 * Hashed n-grams of a message: words, pairs of words and three to five characters within a word, the subject both among
 * the rest and by itself; sublinear counts, scaled to length one.
 */
export function featuresOf(subject: string, text: string): Features {
  const counts = new Map<number, number>()
  const subjectWords = wordsOf(subject)
  countInto(counts, subjectWords, SUBJECT_SEEDS)
  countInto(counts, [...subjectWords, ...wordsOf(text)], TEXT_SEEDS)
  const buckets = [...counts.keys()]
  const weighed = [...counts.values()].map((count) => 1 + Math.log(count))
  const length = Math.sqrt(weighed.reduce((sum, value) => sum + value * value, 0)) || 1
  return { buckets, values: weighed.map((value) => value / length) }
}
