import type { Answer } from '../../../kernel/diary.ts'
import type { Question } from '../../services/rules/service-words.ts'

/** The answers to questions that the service asks, each with its question; what nobody asked is left out. */
export const answered = (questions: readonly Question[], given: readonly { key: string; text: string }[]): Answer[] =>
  questions.flatMap(({ key, label }) => {
    const text = given.find((answer) => answer.key === key)?.text ?? ''
    return text === '' ? [] : [{ key, label, text }]
  })

/** The first question that a customer has to answer and did not, or whose answer is none of its choices. */
export function missingAnswer(questions: readonly Question[], answers: readonly Answer[]): Question | null {
  const isMissing = ({ key, isRequired, kind, choices }: Question) => {
    const text = answers.find((answer) => answer.key === key)?.text
    return text === undefined ? isRequired : kind === 'choice' && !choices.includes(text)
  }
  return questions.find(isMissing) ?? null
}
