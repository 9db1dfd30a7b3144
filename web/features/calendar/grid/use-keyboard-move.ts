import { type KeyboardEvent, useEffect, useRef } from 'react'
import { stretchOn } from '../../../../worker/features/appointments/rules/calendar/day-grid.ts'
import { mayMove } from '../status-words.ts'
import type { Timed } from '../types.ts'
import type { Column } from './columns.ts'
import { type Gesture, proposed, STEP_MINUTES } from './dragged.ts'
import type { Dragging } from './use-pointer-drag.ts'

/** A moment without a key, after which a move is meant. */
const PAUSE_MS = 700

/**
 * Moves a focused appointment with Alt and the arrows, and with Shift as well its end. Each press moves the ghost, which
 * says what is in the way; a pause, or Enter, lets it go there, and Escape puts it back.
 */
export function useKeyboardMove(dragging: Dragging) {
  const latest = useRef(dragging)
  latest.current = dragging
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const settle = () => {
    clearTimeout(timer.current)
    const { store, onMove } = latest.current
    const drag = store.get()
    store.set(null)
    if (drag?.appointment) onMove(drag.appointment, drag)
  }
  return (event: KeyboardEvent, appointment: Timed, column: Column) => {
    const { store, mayChange } = latest.current
    const isUnderWay = store.get()?.appointment?.id === appointment.id
    if (isUnderWay && (event.key === 'Enter' || event.key === 'Escape')) {
      event.preventDefault()
      clearTimeout(timer.current)
      return event.key === 'Enter' ? settle() : store.set(null)
    }
    if (!event.altKey || !event.key.startsWith('Arrow') || !mayChange || !mayMove(appointment)) return
    event.preventDefault()
    step(event, appointment, column, latest.current)
    clearTimeout(timer.current)
    timer.current = setTimeout(settle, PAUSE_MS)
  }
}

function step(event: KeyboardEvent, appointment: Timed, column: Column, dragging: Dragging): void {
  const { store, columns, timeZone, judge } = dragging
  const drag = store.get()
  const now = drag?.appointment?.id === appointment.id ? drag : null
  const at = now?.column ?? column
  const time = now ?? { startsAt: Date.parse(appointment.startsAt), endsAt: Date.parse(appointment.endsAt) }
  const stretch = stretchOn(timeZone, at.date, time)
  if (!stretch) return
  const down = event.key === 'ArrowDown' ? STEP_MINUTES : event.key === 'ArrowUp' ? -STEP_MINUTES : 0
  const aside = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  const to = columns[columns.findIndex(({ key }) => key === at.key) + aside] ?? at
  const gesture: Gesture = event.shiftKey
    ? {
        kind: 'resize',
        appointment: { ...appointment, startsAt: new Date(time.startsAt).toISOString() },
        from: at,
        startMinute: stretch.from,
      }
    : { kind: 'move', appointment: resized(appointment, time), from: column, grab: 0 }
  const minute = event.shiftKey ? stretch.until + down : stretch.from + down
  const wanted = proposed(gesture, { column: event.shiftKey ? at : to, minute }, timeZone)
  store.set({ ...wanted, appointment, ...judge(wanted, appointment) })
}

/** With the length that it has in the ghost by now. */
const resized = (appointment: Timed, { startsAt, endsAt }: { startsAt: number; endsAt: number }): Timed => ({
  ...appointment,
  ...{ startsAt: new Date(startsAt).toISOString(), endsAt: new Date(endsAt).toISOString() },
})
