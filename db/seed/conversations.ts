import { BOOKINGS } from './mails/bookings.ts'
import { CHANGES } from './mails/changes.ts'
import { ENQUIRIES } from './mails/enquiries.ts'
import { OTHERS } from './mails/others.ts'
import { QUESTIONS } from './mails/questions.ts'
import { TODAY } from './mails/today.ts'
import { TROUBLES } from './mails/troubles.ts'
import type { Conversation } from './story.ts'

/** Every conversation of the four weeks. A letter is named by its place here, so new ones go to the end of their list. */
export const CONVERSATIONS: readonly Conversation[] = [
  ...BOOKINGS,
  ...CHANGES,
  ...ENQUIRIES,
  ...QUESTIONS,
  ...TROUBLES,
  ...OTHERS,
  ...TODAY,
]
