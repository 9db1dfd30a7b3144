import type { Listed } from '../../../worker/features/views/rules/view.ts'
import { useWords } from '../office/use-words.ts'

const WORDS: Record<Exclude<Listed, 'contact'>, { many: string; inMany: string }> = {
  company: { many: 'Companies', inMany: 'companies' },
  deal: { many: 'Deals', inMany: 'deals' },
  task: { many: 'Tasks', inMany: 'tasks' },
}

/** What the records of a list are called, as a heading and in a sentence; contacts by the office's own word. */
export function useListWords(record: Listed): { many: string; inMany: string } {
  const words = useWords()
  return record === 'contact' ? words : WORDS[record]
}
