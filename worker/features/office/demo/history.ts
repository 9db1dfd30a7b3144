import { CONVERSATIONS } from '../../../../db/seed/conversations.ts'
import { DIARY } from '../../../../db/seed/diary.ts'
import { HOUSEHOLDS, PEOPLE } from '../../../../db/seed/people.ts'
import { SALON } from '../../../../db/seed/salon.ts'
import { PROSPECTS, TO_DO } from '../../../../db/seed/work.ts'
import { daysAround, instantOf } from '../rules/demo-days.ts'
import { conversationEvents } from './conversation-events.ts'
import { bookingEvents } from './diary-events.ts'
import { householdEvents, newCast, personEvents } from './people-events.ts'
import type { Event } from './stage.ts'
import { dealEvents, taskEvents } from './work-events.ts'

/** The story's first day, before the first mail and after everybody is there who was a customer before. */
const BEGINNING = { day: -21, at: '08:00' }

/** All that happened in the salon up to `now`, in the order of time. */
export function historyOf(now: Date): Event[] {
  const days = daysAround(now, SALON.timeZone)
  const cast = newCast()
  const events = [
    ...personEvents(PEOPLE, now),
    ...householdEvents(HOUSEHOLDS, instantOf(days, BEGINNING), cast),
    ...CONVERSATIONS.flatMap((story, number) => conversationEvents(story, number, days)),
    ...DIARY.flatMap((booking) => bookingEvents(booking, days, cast)),
    ...TO_DO.flatMap((job) => taskEvents(job, days, cast)),
    ...PROSPECTS.flatMap((prospect) => dealEvents(prospect, days, cast)),
  ]
  return events.sort((a, b) => a.at.getTime() - b.at.getTime())
}
