import { inSentence, withArticle } from '../../../worker/features/presets/rules/words.ts'
import { useOffice } from './use-office.ts'

/** What this office calls the people it serves: as a heading (`one`, `many`), and in a sentence. */
export type OfficeWords = { one: string; many: string; inOne: string; inMany: string; aOne: string }

/** The office's own word for contacts, as its screens say it: “Patients”, “a patient”. */
export function useWords(): OfficeWords {
  const { one, many } = useOffice().office.words
  return { one, many, inOne: inSentence(one), inMany: inSentence(many), aOne: withArticle(one) }
}
