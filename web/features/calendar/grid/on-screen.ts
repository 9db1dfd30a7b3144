import { DAY_MINUTES, stretchOn } from '../../../../worker/features/appointments/rules/calendar/day-grid.ts'
import type { Timed } from '../types.ts'
import type { Column } from './columns.ts'
import type { Gesture, Point } from './dragged.ts'

/** So near to an edge the grid scrolls on by itself, and so far at each move. */
const EDGE_PX = 36
const SCROLL_PX = 12

type Place = { clientX: number; clientY: number }
type Shown = { columns: readonly Column[]; appointments: readonly Timed[]; timeZone: string }

export const isOnAppointment = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[data-appointment]') !== null

/** Which column and minute a place on the screen is; beside the columns, the nearest. */
export function pointAt({ clientX, clientY }: Place, columns: readonly Column[], grid: HTMLElement): Point | null {
  const boxes = [...grid.querySelectorAll('[data-column]')].map((face) => face.getBoundingClientRect())
  const at = boxes.findIndex(({ right }) => clientX < right)
  const index = at < 0 ? boxes.length - 1 : at
  const [box, column] = [boxes[index], columns[index]]
  return box && column ? { column, minute: ((clientY - box.top) / box.height) * DAY_MINUTES } : null
}

/** What is taken hold of: an empty place, an appointment, or its lower edge. */
export function gestureAt(
  event: PointerEvent,
  { columns, appointments, timeZone }: Shown,
  grid: HTMLElement,
): Gesture | null {
  const point = pointAt(event, columns, grid)
  const { target } = event
  if (!point || !(target instanceof Element)) return null
  const block = target.closest<HTMLElement>('[data-appointment]')
  if (!block) return { kind: 'create', from: point }
  const appointment = appointments.find(({ id }) => id === block.dataset.appointment)
  if (!appointment || block.dataset.fixed === 'true') return null
  const from = point.column
  const time = { startsAt: Date.parse(appointment.startsAt), endsAt: Date.parse(appointment.endsAt) }
  const stretch = stretchOn(timeZone, from.date, time)
  if (!stretch) return null
  return target.closest('[data-resize]')
    ? { kind: 'resize', appointment, from, startMinute: stretch.from }
    : { kind: 'move', appointment, from, grab: point.minute - stretch.from }
}

export function scrollNear(y: number, scroller: HTMLElement | null): void {
  if (!scroller) return
  const { top, bottom } = scroller.getBoundingClientRect()
  if (y < top + EDGE_PX) scroller.scrollTop -= SCROLL_PX
  if (y > bottom - EDGE_PX) scroller.scrollTop += SCROLL_PX
}
