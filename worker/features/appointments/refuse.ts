import type { Refused } from '../../kernel/diary.ts'
import { notFound, type Refusal } from '../../kernel/refusal.ts'
import { DiaryRefusal, TimeRefusal } from '../../kernel/time-refusal.ts'

const SENTENCES = {
  key_reused: 'This form was used for something else already. Please open it anew.',
  too_late: 'It is too late to change this here. Please call us.',
  not_yet: 'It has not begun yet.',
  overtaken: 'Somebody changed this appointment meanwhile. Look again.',
  not_possible: 'This cannot be done to the appointment any more. Look again.',
  invalid: 'This time cannot be booked.',
} as const
const TIMES = {
  taken: 'This time has just been taken. Please choose another.',
  not_offered: 'This time is outside of what can be booked. Please choose another.',
  closed: 'This cannot be booked any more. Please choose again.',
} as const

/** What the desk refused, as a sentence; where other times are free, they come with it. */
export function refusalOf({ why, alternatives }: Refused): Refusal {
  if (why === 'not_found') return notFound('appointment')
  if (why === 'taken' || why === 'not_offered' || why === 'closed')
    return new TimeRefusal(why, TIMES[why], alternatives)
  return new DiaryRefusal(why, SENTENCES[why])
}
