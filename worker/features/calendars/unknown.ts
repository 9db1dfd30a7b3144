import type { OfficeCtx } from '../../context.ts'
import { MINUTE_MS } from '../../kernel/time.ts'
import { OUTSIDE_RULES } from '../appointments/rules/policy.ts'

/** As often as a calendar elsewhere is read while all goes well. */
export const READ_EVERY_MS = 15 * MINUTE_MS

/** What the office chose to do while another calendar is unknown, or what it does without having chosen. */
export const outsideRules = ({ office }: Pick<OfficeCtx, 'office'>) => office.settings.calendars ?? OUTSIDE_RULES

/** Whether a calendar was not read for so long that what is known of it may be wrong. */
export const isUnknown = (needs: Pick<OfficeCtx, 'office' | 'now'>, { readAt }: { readAt: Date | null }): boolean => {
  const { unknownAfterMinutes } = outsideRules(needs)
  return (readAt?.getTime() ?? 0) < needs.now().getTime() - unknownAfterMinutes * MINUTE_MS
}
