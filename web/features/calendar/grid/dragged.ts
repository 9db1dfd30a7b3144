import { DAY_MINUTES, instantAt, snapped } from '../../../../worker/features/appointments/rules/calendar/day-grid.ts'
import { MINUTE_MS } from '../../../../worker/kernel/time.ts'
import type { Timed } from '../types.ts'
import type { Column } from './columns.ts'

/** How fine the grid is on which things are dragged, in minutes. */
export const STEP_MINUTES = 15
/** How long something is that was only tapped for. */
export const TAPPED_MINUTES = 30

/** A minute of a column's clock. */
export type Point = { column: Column; minute: number }
/** What is dragged, and where it was taken: `grab` is how many minutes below its upper edge. */
export type Gesture =
  | { kind: 'create'; from: Point }
  | { kind: 'move'; appointment: Timed; from: Column; grab: number }
  | { kind: 'resize'; appointment: Timed; from: Column; startMinute: number }

/** When and with whom it would be, if it were let go here. */
export type Proposal = { column: Column; startsAt: number; endsAt: number; staffIds: string[]; resourceIds: string[] }

export function proposed(gesture: Gesture, to: Point, timeZone: string): Proposal {
  if (gesture.kind === 'create') return created(gesture.from, to.minute, timeZone)
  const { appointment, from } = gesture
  const { staffIds, resourceIds } = appointment
  const startsAt = Date.parse(appointment.startsAt)
  const length = Date.parse(appointment.endsAt) - startsAt
  if (gesture.kind === 'resize') {
    const end = Math.max(snapped(to.minute, STEP_MINUTES), gesture.startMinute + STEP_MINUTES)
    const endsAt = Math.max(instantAt(timeZone, from.date, end), startsAt + STEP_MINUTES * MINUTE_MS)
    return { column: from, startsAt, endsAt, staffIds, resourceIds }
  }
  const column = mayHold(from, to.column) ? to.column : from
  const minute = Math.min(snapped(to.minute - gesture.grab, STEP_MINUTES), DAY_MINUTES - STEP_MINUTES)
  const moved = instantAt(timeZone, column.date, minute)
  return { column, startsAt: moved, endsAt: moved + length, staffIds: staffAfter(gesture, column), resourceIds }
}

/** A room is chosen by the desk and not by hand, so nothing is carried from or to the column of one. */
const mayHold = (from: Column, to: Column) =>
  from.key === to.key || (from.resourceId === null && to.resourceId === null)

/** Whoever's column it comes into takes the place of whoever's it leaves. */
function staffAfter({ appointment: { staffIds }, from }: { appointment: Timed; from: Column }, to: Column): string[] {
  const { staffId } = to
  if (from.staffId === null || staffId === null || from.staffId === staffId) return staffIds
  return [...new Set(staffIds.map((id) => (id === from.staffId ? staffId : id)))]
}

function created({ column, minute }: Point, until: number, timeZone: string): Proposal {
  const [a, b] = [snapped(minute, STEP_MINUTES), snapped(until, STEP_MINUTES)]
  const start = Math.min(a, b, DAY_MINUTES - STEP_MINUTES)
  const end = Math.max(a, b, start + STEP_MINUTES)
  const startsAt = instantAt(timeZone, column.date, start)
  return {
    ...{ column, startsAt, endsAt: startsAt + (end - start) * MINUTE_MS },
    staffIds: column.staffId === null ? [] : [column.staffId],
    resourceIds: column.resourceId === null ? [] : [column.resourceId],
  }
}

/** What a tap on an empty place means: the quarter of an hour in which it lies, and the usual length. */
export function tapped({ column, minute }: Point, timeZone: string): Proposal {
  const start = Math.min(Math.floor(minute / STEP_MINUTES) * STEP_MINUTES, DAY_MINUTES - TAPPED_MINUTES)
  return created({ column, minute: start }, start + TAPPED_MINUTES, timeZone)
}
