import { membersOf } from '../../../db/queries/members.ts'
import type { Plan } from '../../../db/queries/plan.ts'
import type { CalendarSource } from '../../../db/schema/calendars.ts'
import type { OfficeCtx } from '../../context.ts'
import type { OutsideOverlap } from '../../kernel/outside.ts'
import { planNotice } from '../notices/plan-notice.ts'
import { isUnknown } from './unknown.ts'

type Needs = Pick<OfficeCtx, 'directory' | 'officeId' | 'office' | 'now'>

/** Tells whoever does the appointment, and the owners, that another calendar has something for the same time. */
export async function overlapNotices(
  needs: Needs,
  { userId, name }: CalendarSource,
  overlaps: readonly OutsideOverlap[],
): Promise<Plan[]> {
  if (overlaps.length === 0) return []
  const told = await concerned(needs, userId)
  const clock = new Intl.DateTimeFormat('en-GB', {
    ...{ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
    timeZone: needs.office.timeZone,
  })
  return overlaps.flatMap(({ appointmentId, title, startsAt }) =>
    told.map((who) =>
      planNotice(needs, {
        id: `overlap.${appointmentId}.${startsAt}.${who}`,
        ...{ userId: who, kind: 'outside_overlap', record: 'calendar', recordId: appointmentId },
        title: `${title}, ${clock.format(startsAt)}: “${name}” has something then`,
      }),
    ),
  )
}

/** Tells, once each time, that a calendar has not been read for so long that the office's choice holds. */
export async function unreadNotices(needs: Needs, source: CalendarSource): Promise<Plan[]> {
  const { id, userId, name, readAt, failures } = source
  // A new one may be tried once more before anybody is bothered.
  if (!isUnknown(needs, source) || (readAt === null && failures === 0)) return []
  return (await concerned(needs, userId)).map((who) =>
    planNotice(needs, {
      id: `unread.${id}.${readAt?.getTime() ?? 0}.${who}`,
      ...{ userId: who, kind: 'calendar_unread', record: 'calendar', recordId: id, title: name },
    }),
  )
}

async function concerned({ directory, officeId }: Needs, userId: string): Promise<string[]> {
  const members = await membersOf(directory, officeId)
  return members.filter((each) => each.userId === userId || each.role === 'owner').map((each) => each.userId)
}
