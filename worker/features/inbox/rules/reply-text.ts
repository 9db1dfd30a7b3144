import type { TextRange } from './text-ranges.ts'
import { hasVisibleCharacter } from './visible-text.ts'

/**
 * What the sender wrote anew, without quotation, header and signature. A mail in which that leaves nothing to see, such
 * as a bare forward, is given back whole.
 */
export function replyText(text: string, ranges: readonly TextRange[]): string {
  const reply = ranges
    .filter((range) => range.kind === 'reply')
    .map((range) => text.slice(range.start, range.end))
    .join('')
    .trim()
  return hasVisibleCharacter(reply) ? reply : text
}
