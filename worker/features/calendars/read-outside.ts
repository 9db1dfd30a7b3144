import type { z } from 'zod'
import { sourcesOf } from '../../../db/queries/calendar-sources.ts'
import type { OfficeCtx } from '../../context.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { DAY_MS } from '../../kernel/time.ts'
import type { CalendarAsked } from '../appointments/input.ts'
import type { OutsideShown } from './input.ts'
import { isUnknown } from './unknown.ts'

const LONGEST_MS = 100 * DAY_MS

/** When members are busy by other calendars, which appointments lie in such time, and which calendars cannot be read. */
export async function readOutside(
  needs: Pick<OfficeCtx, 'db' | 'officeId' | 'office' | 'now' | 'diary'>,
  { from, to }: z.infer<typeof CalendarAsked>,
): Promise<z.infer<typeof OutsideShown>> {
  if (to.getTime() - from.getTime() > LONGEST_MS) throw new Refusal('invalid', 'Please look at a hundred days at most.')
  const sources = await sourcesOf(needs.db, needs.officeId)
  if (sources.length === 0) return { busy: [], overlaps: [], unknown: [] }
  const { busy, overlaps } = await needs.diary.outside(from.getTime(), to.getTime())
  const nameOf = new Map(sources.map(({ id, name }) => [id, name]))
  return {
    // What the desk still knows of a calendar that was removed just now is not shown.
    busy: busy.flatMap(({ calendarId, staffId, startsAt, endsAt }) => {
      const calendar = nameOf.get(calendarId)
      return calendar === undefined
        ? []
        : [{ userId: staffId, calendar, startsAt: new Date(startsAt), endsAt: new Date(endsAt) }]
    }),
    overlaps: overlaps.map(({ staffId, startsAt, ...overlap }) => ({
      ...overlap,
      userId: staffId,
      startsAt: new Date(startsAt),
    })),
    unknown: sources
      .filter((source) => isUnknown(needs, source))
      .map(({ id, userId, name, readAt, problem }) => ({ id, userId, calendar: name, readAt, problem })),
  }
}
