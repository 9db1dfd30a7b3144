import { Answer } from '../session/answer.ts'

/** Sends a file to be imported; answers the id of the import. */
export async function sendFile(file: File): Promise<string> {
  const response = await fetch(`/api/imports?name=${encodeURIComponent(file.name)}`, { method: 'POST', body: file })
  const answer: unknown = await response.json()
  if (response.ok && hasText(answer, 'id')) return answer.id
  throw new Answer(hasText(answer, 'sentence') ? answer.sentence : 'The file could not be sent. Please try again.')
}

const hasText = <Name extends string>(value: unknown, name: Name): value is Record<Name, string> =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, name) === 'string'
