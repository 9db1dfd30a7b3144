import { describe, expect, test } from 'vitest'
import type { Column } from '../../web/features/calendar/grid/columns.ts'
import { proposed, tapped } from '../../web/features/calendar/grid/dragged.ts'
import type { Timed } from '../../web/features/calendar/types.ts'

const BERLIN = 'Europe/Berlin'
const column = (date: string, more: Partial<Column> = {}): Column => ({
  ...{ key: date, date, label: date, staffId: null, resourceId: null },
  ...more,
})
const [MONDAY, TUESDAY] = [column('2026-11-30'), column('2026-12-01')]
const person = (staffId: string) => column('2026-11-30', { key: staffId, staffId })
const room = column('2026-11-30', { key: 'room', resourceId: 'room' })
const at = (clock: string, day = '2026-11-30') => `${day}T${clock}:00.000Z`

/** From 10:00 to 11:30 on the clocks of Berlin. */
const visit: Timed = {
  ...{ id: 'a', kind: 'appointment', title: 'Cut', service: null, serviceId: 's', staffIds: ['mara'], resourceIds: [] },
  ...{ sessionId: null, status: 'confirmed', wantedOn: null, startsAt: at('09:00'), endsAt: at('10:30') },
  ...{ bufferBeforeMinutes: 0, bufferAfterMinutes: 0, contactId: null, contactName: null, conversationId: null },
  ...{ note: null, answers: [], guest: null, cancelledBy: null, cancelReason: null, isLateCancel: false },
  ...{ source: 'member', deskVersion: 1 },
}
const span = ({ startsAt, endsAt }: { startsAt: number; endsAt: number }) => [
  new Date(startsAt).toISOString(),
  new Date(endsAt).toISOString(),
]

describe('what is dragged', () => {
  test('over an empty place becomes an appointment from one end to the other, whichever was first', () => {
    const from = { column: MONDAY, minute: 603 }
    const down = proposed({ kind: 'create', from }, { column: TUESDAY, minute: 661 }, BERLIN)
    expect(down.column).toBe(MONDAY)
    expect(span(down)).toEqual([at('09:00'), at('10:00')])
    const up = proposed({ kind: 'create', from }, { column: MONDAY, minute: 540 }, BERLIN)
    expect(span(up)).toEqual([at('08:00'), at('09:00')])
    const still = proposed({ kind: 'create', from }, { column: MONDAY, minute: 604 }, BERLIN)
    expect(span(still)).toEqual([at('09:00'), at('09:15')])
  })

  test('to another day keeps its length, and lies on the grid where it was taken hold of', () => {
    const gesture = { kind: 'move' as const, appointment: visit, from: MONDAY, grab: 40 }
    const moved = proposed(gesture, { column: TUESDAY, minute: 840 + 44 }, BERLIN)
    expect(span(moved)).toEqual([at('13:00', '2026-12-01'), at('14:30', '2026-12-01')])
    expect(moved.staffIds).toEqual(['mara'])
  })

  test('over the edge of the day stays in it', () => {
    const gesture = { kind: 'move' as const, appointment: visit, from: MONDAY, grab: 0 }
    expect(span(proposed(gesture, { column: MONDAY, minute: -300 }, BERLIN))[0]).toBe(at('23:00', '2026-11-29'))
    expect(span(proposed(gesture, { column: MONDAY, minute: 2000 }, BERLIN))[0]).toBe(at('22:45'))
  })

  test('across the night on which the clocks change keeps its real length', () => {
    const late: Timed = { ...visit, startsAt: '2026-03-28T09:00:00.000Z', endsAt: '2026-03-28T10:30:00.000Z' }
    const saturday = column('2026-03-28')
    const gesture = { kind: 'move' as const, appointment: late, from: saturday, grab: 0 }
    const moved = proposed(gesture, { column: column('2026-03-29'), minute: 600 }, BERLIN)
    expect(span(moved)).toEqual(['2026-03-29T08:00:00.000Z', '2026-03-29T09:30:00.000Z'])
  })

  test('into somebody else’s column becomes theirs; into the column of a room it only changes its time', () => {
    const gesture = { kind: 'move' as const, appointment: visit, from: person('mara'), grab: 0 }
    expect(proposed(gesture, { column: person('jo'), minute: 600 }, BERLIN).staffIds).toEqual(['jo'])
    const beside = proposed(gesture, { column: room, minute: 660 }, BERLIN)
    expect(beside).toMatchObject({ column: person('mara'), staffIds: ['mara'], resourceIds: [] })
    const both = { ...visit, staffIds: ['mara', 'jo'] }
    const joined = proposed({ ...gesture, appointment: both }, { column: person('jo'), minute: 600 }, BERLIN)
    expect(joined.staffIds).toEqual(['jo'])
  })

  test('by its lower edge gets longer or shorter, and never ends before it begins', () => {
    const gesture = { kind: 'resize' as const, appointment: visit, from: MONDAY, startMinute: 600 }
    expect(span(proposed(gesture, { column: TUESDAY, minute: 727 }, BERLIN))).toEqual([at('09:00'), at('11:00')])
    expect(span(proposed(gesture, { column: MONDAY, minute: 100 }, BERLIN))).toEqual([at('09:00'), at('09:15')])
  })

  test('is a tap where it never moved: the quarter of an hour in which it lies', () => {
    expect(span(tapped({ column: MONDAY, minute: 614 }, BERLIN))).toEqual([at('09:00'), at('09:30')])
    expect(tapped({ column: room, minute: 614 }, BERLIN)).toMatchObject({ resourceIds: ['room'], staffIds: [] })
    expect(span(tapped({ column: MONDAY, minute: 1439 }, BERLIN))).toEqual([at('22:30'), at('23:00')])
  })
})
