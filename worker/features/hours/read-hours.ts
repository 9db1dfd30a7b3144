import type { z } from 'zod'
import { hoursOf } from '../../../db/queries/services.ts'
import type { OfficeCtx } from '../../context.ts'
import { dayIn } from '../../kernel/time.ts'
import type { HoursShown } from './input.ts'
import { isOverMidnight } from './rules/check-windows.ts'
import { OFFICE } from './rules/whose.ts'

const userIdOf = (who: string) => (who === OFFICE ? null : who)
const shown = (start: string, end: string) => ({ start, end, overMidnight: isOverMidnight(start, end) })

/** All hours, and what replaces them from today on. */
export async function readHours(
  needs: Pick<OfficeCtx, 'db' | 'officeId' | 'office' | 'now'>,
): Promise<z.infer<typeof HoursShown>> {
  const { weekly, dates, off } = await hoursOf(needs.db, needs.officeId, dayIn(needs.office.timeZone, needs.now()))
  return {
    weekly: weekly.map(({ who, timeZone, windows }) => ({
      userId: userIdOf(who),
      timeZone,
      windows: windows.map(({ day, start, end }) => ({ day, ...shown(start, end) })),
    })),
    dates: dates.map(({ who, date, windows }) => ({
      userId: userIdOf(who),
      date,
      windows: windows.map(([start, end]) => shown(start, end)),
    })),
    timeOff: off.map(({ who, ...row }) => ({ ...row, userId: userIdOf(who) })),
  }
}
