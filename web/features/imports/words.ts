import type { Import } from './types.ts'

const number = (count: number) => count.toLocaleString('en')

export function stateWords({ state, undo, counts, problem }: Import): string {
  if (undo === 'undone') return 'undone'
  if (undo === 'undoing') return 'being undone'
  switch (state) {
    case 'uploaded':
      return 'not imported yet'
    case 'checking':
      return 'being tried'
    case 'checked':
      return 'tried, not imported yet'
    case 'running':
      return `${number(counts.rows)} rows so far`
    case 'done':
      return `${number(counts.created)} new, ${number(counts.updated)} changed`
    case 'failed':
      return problem ?? 'stopped'
  }
}

/** What an import did, or would do, one line for each kind that there is. */
export function countWords({ counts }: Pick<Import, 'counts'>, isDone: boolean): string[] {
  const lines: [number, string, string][] = [
    [
      counts.created,
      isDone ? 'new contact' : 'would be a new contact',
      isDone ? 'new contacts' : 'would be new contacts',
    ],
    [
      counts.updated,
      isDone ? 'contact changed' : 'would change a contact',
      isDone ? 'contacts changed' : 'would change contacts',
    ],
    [counts.unchanged, 'says nothing new', 'say nothing new'],
    [counts.repeated, 'is about somebody in an earlier row', 'are about somebody in an earlier row'],
    [counts.refused, isDone ? 'was left out' : 'would be left out', isDone ? 'were left out' : 'would be left out'],
  ]
  return lines.flatMap(([count, one, many]) => (count > 0 ? [`${number(count)} ${count === 1 ? one : many}`] : []))
}

export const guessedWords = (guessed: number) =>
  guessed === 0
    ? null
    : `${number(guessed)} ${guessed === 1 ? 'row is' : 'rows are'} written in other letters than the rest of the file. Look at names with accents in the samples, or save the file as UTF-8.`
