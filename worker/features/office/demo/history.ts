import { CONVERSATIONS } from '../../../../db/seed/conversations.ts'
import { DIARY } from '../../../../db/seed/diary.ts'
import { SALON } from '../../../../db/seed/salon.ts'
import { SERVICES } from '../../../../db/seed/story.ts'
import { OFFERED, USUAL } from '../../../../db/seed/team.ts'
import { PROSPECTS, TO_DO } from '../../../../db/seed/work.ts'
import { daysAround, instantOf } from '../rules/demo-days.ts'
import { newCast } from './cast.ts'
import { conversationEvents } from './conversation-events.ts'
import { diaryEvents } from './diary-events.ts'
import type { Salon } from './prepare-salon.ts'
import { staffed } from './staffed.ts'
import type { Event } from './stage.ts'
import { dealEvents, taskEvents } from './work-events.ts'

/** The story's first day, before the first mail. */
const BEGINNING = { day: -21, at: '08:00' }

/** The diary with who does what: the same on whatever day the demo is made. */
const DIARY_WITH_TEAM = staffed(DIARY, USUAL, {
  lengthOf: (service) => SERVICES[service],
  by: (service) => OFFERED[service].by,
  needsTable: (service) => OFFERED[service].needsTable === true,
})

/** All that happened in the salon up to `now`, in the order of time. */
export function historyOf(now: Date, salon: Salon): Event[] {
  const days = daysAround(now, SALON.timeZone)
  const beginning = instantOf(days, BEGINNING)
  const cast = newCast(now)
  const events: Event[] = [
    { at: beginning, play: (needs) => cast.enter(needs) },
    ...diaryEvents({ diary: DIARY_WITH_TEAM, beginning, days, cast, salon }),
    ...CONVERSATIONS.flatMap((story, number) => conversationEvents(story, number, days)),
    ...TO_DO.flatMap((job) => taskEvents(job, days, cast)),
    ...PROSPECTS.flatMap((prospect) => dealEvents(prospect, days, cast)),
  ]
  return events.sort((a, b) => a.at.getTime() - b.at.getTime())
}
