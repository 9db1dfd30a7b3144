import { CALENDAR_BYTES, TOO_LARGE } from '../../../worker/features/calendars/rules/import-words.ts'
import { Answer } from '../session/answer.ts'

/** Sends a calendar file that is to be tried for a member’s calendar. */
export async function sendCalendar({ userId, file }: { userId: string; file: File }): Promise<void> {
  // Said at once, instead of after all of it was sent.
  if (file.size > CALENDAR_BYTES) throw new Answer(TOO_LARGE)
  const query = new URLSearchParams({ userId, name: file.name })
  const response = await fetch(`/api/calendar-imports?${query}`, { method: 'POST', body: file })
  if (response.ok) return
  const answer: unknown = await response.json()
  throw new Answer(hasSentence(answer) ? answer.sentence : 'The file could not be sent. Please try again.')
}

const hasSentence = (value: unknown): value is { sentence: string } =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'sentence') === 'string'
