import { Link } from '@tanstack/react-router'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { DAY_MINUTES } from '../../../../worker/features/appointments/rules/calendar/day-grid.ts'
import { closedOn } from '../../../../worker/features/appointments/rules/calendar/open-times.ts'
import type { StaffRules } from '../../../../worker/features/appointments/rules/policy.ts'
import { hourName } from '../clock-words.ts'
import type { Outside, Timed } from '../types.ts'
import type { OfficeDiary } from '../use-office-diary.ts'
import type { Column } from './columns.ts'
import { DayColumn } from './day-column.tsx'
import { newDragStore } from './drag-store.ts'
import type { Proposal } from './dragged.ts'
import classes from './grid.module.css'
import { useJudge } from './use-judge.ts'
import { useKeyboardMove } from './use-keyboard-move.ts'
import { usePointerDrag } from './use-pointer-drag.ts'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
/** Where an office without hours begins to be looked at. */
const MORNING_MINUTES = 8 * 60
const BEFORE_MINUTES = 30

type Face = {
  columns: readonly Column[]
  appointments: readonly Timed[]
  busyOutside: Outside['busy']
  diary: OfficeDiary
  shownStaff: readonly StaffRules[]
  withStaff: boolean
  timeZone: string
  today: string
  mayChange: boolean
  /** What stands under the name of a column: who is away. */
  away: (column: Column) => ReactNode
  /** Whether the heads of the columns lead to their days. */
  withDays: boolean
  onCreate: (proposal: Proposal) => void
  onMove: (appointment: Timed, proposal: Proposal) => void
}

/** Days, or people and rooms, side by side on one clock. */
export function TimeGrid(face: Face) {
  const { columns, appointments, busyOutside, diary, shownStaff, withStaff, timeZone, today } = face
  const { mayChange, away, withDays } = face
  const [store] = useState(newDragStore)
  const scroller = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const judge = useJudge(diary, appointments, timeZone)
  const { onCreate, onMove } = face
  const dragging = { store, columns, appointments, timeZone, mayChange, judge, onCreate, onMove }
  usePointerDrag(body, scroller, dragging)
  const onKey = useStable(useKeyboardMove(dragging))
  useFirstLook(scroller, body, face)
  return (
    <div ref={scroller} className={classes.scroller} data-sideways>
      <div className={classes.heads} style={{ gridTemplateColumns: tracks(columns.length) }}>
        <span />
        {columns.map((column) => (
          <div key={column.key} className={classes.head} data-today={column.date === today && withDays}>
            {withDays ? (
              <Link from="/calendar" to="/calendar" search={(before) => ({ ...before, view: 'day', on: column.date })}>
                {column.label}
              </Link>
            ) : (
              <span className={classes.who}>{column.label}</span>
            )}
            {away(column)}
          </div>
        ))}
      </div>
      <div ref={body} className={classes.body} style={{ gridTemplateColumns: tracks(columns.length) }}>
        <div className={classes.hours} aria-hidden>
          {HOURS.map((hour) => (
            <span key={hour}>{hour > 0 && hourName(hour)}</span>
          ))}
        </div>
        {columns.map((column) => (
          <DayColumn
            key={column.key}
            {...{ column, appointments, busyOutside, diary, withStaff, timeZone, store, mayChange, onKey }}
            shownStaff={staffOf(column, shownStaff)}
            isToday={column.date === today}
          />
        ))}
      </div>
    </div>
  )
}

const tracks = (columns: number) => `var(--gutter) repeat(${columns}, minmax(var(--least), 1fr))`

const single = new WeakMap<StaffRules, StaffRules[]>()
const NOBODY: StaffRules[] = []
/** The hours that count in a column; the same list for the same person, so that it is not drawn anew. */
function staffOf({ staffId, resourceId }: Column, shown: readonly StaffRules[]): readonly StaffRules[] {
  if (resourceId !== null) return NOBODY
  const person = staffId === null ? undefined : shown.find(({ id }) => id === staffId)
  if (!person) return shown
  const known = single.get(person) ?? [person]
  single.set(person, known)
  return known
}

/** The same function for as long as the grid stands: columns are drawn anew only for what changed in them. */
function useStable<Args extends unknown[]>(act: (...args: Args) => void): (...args: Args) => void {
  const latest = useRef(act)
  latest.current = act
  return useState(
    () =>
      (...args: Args) =>
        latest.current(...args),
  )[0]
}

/** Scrolls once to where the day begins, as soon as it is known: by the hours, or by the first appointment. */
function useFirstLook(
  scroller: { current: HTMLElement | null },
  body: { current: HTMLElement | null },
  { columns, shownStaff, timeZone }: Face,
) {
  const hasLooked = useRef(false)
  const date = columns[0]?.date
  useLayoutEffect(() => {
    if (hasLooked.current || !date || !scroller.current || !body.current) return
    const opens = columns.flatMap((column) => closedOn(timeZone, column.date, shownStaff)[0] ?? [])
    const first = opens.filter(({ from, until }) => from === 0 && until < DAY_MINUTES).map(({ until }) => until)
    const minute = Math.min(...first, ...(first.length > 0 ? [] : [MORNING_MINUTES]))
    scroller.current.scrollTop = ((minute - BEFORE_MINUTES) / DAY_MINUTES) * body.current.offsetHeight
    hasLooked.current = shownStaff.length > 0
  }, [date, columns, shownStaff, timeZone, scroller, body])
}
