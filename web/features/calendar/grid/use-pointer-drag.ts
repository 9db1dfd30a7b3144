import { type RefObject, useEffect, useRef } from 'react'
import type { Timed } from '../types.ts'
import type { Column } from './columns.ts'
import type { DragStore } from './drag-store.ts'
import { type Gesture, type Proposal, proposed, tapped } from './dragged.ts'
import { gestureAt, isOnAppointment, pointAt, scrollNear } from './on-screen.ts'
import type { Judgement } from './use-judge.ts'

/** A hand is never quite still: only from so many pixels on is it a drag. */
const THRESHOLD_PX = 4

export type Dragging = {
  store: DragStore
  columns: readonly Column[]
  appointments: readonly Timed[]
  timeZone: string
  mayChange: boolean
  judge: (wanted: Proposal, appointment: Timed | null) => Judgement
  onCreate: (proposal: Proposal) => void
  onMove: (appointment: Timed, proposal: Proposal) => void
}

type Held = { gesture: Gesture; x: number; y: number; isMoving: boolean }
type Element = RefObject<HTMLElement | null>

/** Dragging in a grid with a mouse or a pen. With a finger the grid scrolls, and a tap makes an appointment. */
export function usePointerDrag(body: Element, scroller: Element, dragging: Dragging): void {
  const latest = useRef(dragging)
  latest.current = dragging
  useEffect(() => {
    const grid = body.current
    if (!grid) return
    const gone = new AbortController()
    const { signal } = gone
    const hand = newHand(grid, scroller, () => latest.current)
    grid.addEventListener('pointerdown', hand.down, { signal })
    // Before the link of an appointment hears it: a drag that ends on it is no click.
    grid.addEventListener('click', hand.click, { signal, capture: true })
    addEventListener('pointermove', hand.move, { signal })
    addEventListener('pointerup', hand.up, { signal })
    addEventListener('pointercancel', hand.giveUp, { signal })
    addEventListener('keydown', ({ key }) => key === 'Escape' && hand.giveUp(), { signal })
    return () => gone.abort()
  }, [body, scroller])
}

function newHand(grid: HTMLElement, scroller: Element, dragging: () => Dragging) {
  let held: Held | null = null
  let hasDragged = false
  return {
    down(event: PointerEvent) {
      hasDragged = false
      if (event.button !== 0 || event.pointerType === 'touch' || !dragging().mayChange) return
      const gesture = gestureAt(event, dragging(), grid)
      if (gesture) held = { gesture, x: event.clientX, y: event.clientY, isMoving: false }
    },
    move(event: PointerEvent) {
      if (!held) return
      held.isMoving ||= Math.hypot(event.clientX - held.x, event.clientY - held.y) >= THRESHOLD_PX
      if (!held.isMoving) return
      event.preventDefault()
      scrollNear(event.clientY, scroller.current)
      show(held.gesture, event, grid, dragging())
    },
    up() {
      const was = held
      held = null
      if (!was?.isMoving) return
      hasDragged = true
      const { store, onCreate, onMove } = dragging()
      const drag = store.get()
      store.set(null)
      if (drag?.appointment) onMove(drag.appointment, drag)
      else if (drag) onCreate(drag)
    },
    giveUp() {
      if (!held) return
      hasDragged = held.isMoving
      held = null
      dragging().store.set(null)
    },
    click(event: MouseEvent) {
      const { columns, timeZone, mayChange, onCreate } = dragging()
      if (hasDragged) {
        hasDragged = false
        event.preventDefault()
        event.stopPropagation()
        return
      }
      const point = mayChange && !isOnAppointment(event.target) ? pointAt(event, columns, grid) : null
      if (point) onCreate(tapped(point, timeZone))
    },
  }
}

/** Puts the ghost where the pointer is, and says what is in the way there. */
function show(gesture: Gesture, event: PointerEvent, grid: HTMLElement, { store, columns, timeZone, judge }: Dragging) {
  const point = pointAt(event, columns, grid)
  if (!point) return
  const wanted = proposed(gesture, point, timeZone)
  const before = store.get()
  const isSame =
    before?.column.key === wanted.column.key && before.startsAt === wanted.startsAt && before.endsAt === wanted.endsAt
  if (isSame) return
  const appointment = gesture.kind === 'create' ? null : gesture.appointment
  store.set({ ...wanted, appointment, ...judge(wanted, appointment) })
}
