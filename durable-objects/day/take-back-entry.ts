import { toldChanges } from '../../worker/features/appointments/rules/told-changes.ts'
import type { Deed, DiaryAnswer, Entry } from '../../worker/kernel/diary.ts'
import type { TakeBackRequest } from '../../worker/kernel/diary-requests.ts'
import { DAY_MS } from '../../worker/kernel/time.ts'
import { calledOff } from './change-entry.ts'
import type { Kept } from './entries.ts'
import { refused } from './replies.ts'
import { placeAgain } from './room.ts'
import { freeTime, peopleOf, settle, type Turn, takeTime } from './turn.ts'

/** An appointment as it was before its last change. Refused when its old time is another's by now. */
export function takeBackEntry(turn: Turn, { entry, before }: Kept, { by }: TakeBackRequest): DiaryAnswer {
  const { policy, now } = turn
  freeTime(turn, entry.id)
  if (!before) {
    const next = calledOff(entry, { by: 'office', why: 'Taken back', at: now, isLate: false })
    settle(turn, next, entry, { deed: 'cancelled', by, at: now, changes: [] })
    return { ok: true, entry: next }
  }
  // A request whose time to be answered ran out meanwhile gets another day.
  const expiresAt = before.status === 'requested' ? Math.max(before.expiresAt ?? 0, now + DAY_MS) : null
  const next: Entry = { ...before, expiresAt, version: entry.version + 1 }
  const told = { deed: deedOf(entry, before), by, at: now, changes: toldChanges(policy, entry, next) }
  if (before.status === 'cancelled') {
    settle(turn, next, entry, told)
    return { ok: true, entry: next }
  }
  const placed = placeAgain(turn, before)
  if (!placed.ok) return refused('taken')
  const again = { ...next, ...peopleOf(placed) }
  takeTime(turn, again, placed)
  settle(turn, again, entry, told)
  return { ok: true, entry: again }
}

/** What taking it back looks like to whoever reads the timeline. */
function deedOf(entry: Entry, before: Entry): Deed {
  if (before.status === 'cancelled') return 'cancelled'
  return entry.status === before.status ? 'moved' : 'reopened'
}
