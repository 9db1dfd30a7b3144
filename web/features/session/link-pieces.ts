const ADDRESS = /https?:\/\/[^\s<>"]+/g

/** The text cut at its web addresses; put together, the pieces are the text. Linear in its length. */
export function linkPieces(text: string): { start: number; words: string; isLink: boolean }[] {
  const pieces: { start: number; words: string; isLink: boolean }[] = []
  let at = 0
  for (const { index, 0: words } of text.matchAll(ADDRESS)) {
    if (index > at) pieces.push({ start: at, words: text.slice(at, index), isLink: false })
    pieces.push({ start: index, words, isLink: true })
    at = index + words.length
  }
  if (at < text.length) pieces.push({ start: at, words: text.slice(at), isLink: false })
  return pieces
}
