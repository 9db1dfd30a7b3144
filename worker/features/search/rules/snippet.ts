import { wordsIn } from '../../../kernel/search-words.ts'

const BEFORE = 40
const LENGTH = 160

export type Snippet = { text: string; ranges: { start: number; end: number }[] }

/**
 * A line of a text around the first place where one of the folded words begins, with every such place in it marked. Null
 * where there is none, because the words stand elsewhere.
 */
export function snippetOf(text: string, words: readonly string[]): Snippet | null {
  const first = nextHit(text, 0, words)
  if (!first) return null
  const from = startBefore(text, first.start)
  const line = (from > 0 ? '… ' : '') + text.slice(from, from + LENGTH).replaceAll(/\s/g, ' ')
  const ranges: Snippet['ranges'] = []
  for (let hit = nextHit(line, 0, words); hit; hit = nextHit(line, hit.end, words)) ranges.push(hit)
  return { text: line, ranges }
}

/** The beginning of a word, not too far before the hit. */
function startBefore(text: string, at: number): number {
  const earliest = Math.max(0, at - BEFORE)
  if (earliest === 0) return 0
  const space = text.slice(earliest, at).search(/\s\S/)
  return space < 0 ? at : earliest + space + 1
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu

function nextHit(text: string, from: number, words: readonly string[]): { start: number; end: number } | null {
  WORD.lastIndex = from
  for (let found = WORD.exec(text); found; found = WORD.exec(text)) {
    const [folded = ''] = wordsIn(found[0])
    if (words.some((word) => folded.startsWith(word))) return { start: found.index, end: WORD.lastIndex }
  }
  return null
}
