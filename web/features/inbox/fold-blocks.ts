export type FoldRange = { start: number; end: number; kind: 'reply' | 'quote' | 'signature' | 'header' }
/** A stretch of the text; `folded` names what it is where it is shown closed at first. */
export type Block = { start: number; end: number; folded: 'quote' | 'signature' | null }

const foldOf = (kind: FoldRange['kind']): Block['folded'] =>
  kind === 'reply' ? null : kind === 'signature' ? 'signature' : 'quote'

/**
 * The stretches of a text to show and to fold, which put together are the text. The header of a quote folds with it.
 * What no range covers is shown, and so is everything when nothing visible would be left.
 */
export function foldBlocks(text: string, ranges: readonly FoldRange[]): Block[] {
  const blocks: Block[] = []
  const add = (start: number, end: number, folded: Block['folded']) => {
    const last = blocks.at(-1)
    if (end <= start) return
    if (last?.folded === folded) last.end = end
    else blocks.push({ start, end, folded })
  }
  let at = 0
  for (const { start, end, kind } of [...ranges].sort((a, b) => a.start - b.start)) {
    add(at, Math.min(start, text.length), null)
    add(Math.max(at, start), Math.min(end, text.length), foldOf(kind))
    at = Math.max(at, end)
  }
  add(at, text.length, null)
  const shows = blocks.some(({ start, end, folded }) => folded === null && text.slice(start, end).trim() !== '')
  return shows ? blocks : [{ start: 0, end: text.length, folded: null }]
}
