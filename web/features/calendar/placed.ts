import type { Placed } from '../../../worker/features/appointments/rules/calendar/clash.ts'
import type { Timed } from './types.ts'

/** An appointment as the rules of the calendar see it. */
export const placedOf = ({
  id,
  startsAt,
  endsAt,
  staffIds,
  resourceIds,
  sessionId,
  bufferBeforeMinutes,
  bufferAfterMinutes,
}: Timed): Placed => ({
  ...{ id, staffIds, resourceIds, sessionId, bufferBeforeMinutes, bufferAfterMinutes },
  startsAt: Date.parse(startsAt),
  endsAt: Date.parse(endsAt),
})
