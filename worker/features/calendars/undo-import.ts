import { calendarImportById } from '../../../db/queries/calendar-imports.ts'
import type { OfficeCtx } from '../../context.ts'
import { SECOND_MS } from '../../kernel/time.ts'
import { readPolicy } from '../appointments/read-policy.ts'
import { goOn } from './run-import.ts'

const WORKED_FOR_MS = 8 * SECOND_MS
const MOST_AT_ONCE = 100

/** The job that takes an import back, date by date through the desk. What somebody changed since stays. */
export async function undoCalendarImport(needs: OfficeCtx, importId: string): Promise<void> {
  const { db, officeId, now, diary } = needs
  const row = await calendarImportById(db, officeId, importId)
  if (row?.state !== 'undoing') return
  const policy = await readPolicy(needs)
  const endMs = now().getTime() + WORKED_FOR_MS
  let [done, left] = [row.done, row.left]
  for (const { id, version } of row.made.slice(row.done, row.done + MOST_AT_ONCE)) {
    const key = `undo_calendar_import:${importId}:${id}`
    const by = { kind: 'import' as const, importId }
    const asked = { verb: 'take_back' as const, key, appointmentId: id, version, by, asCustomer: false }
    const answer = await diary.decide(policy, asked)
    // What was called off meanwhile is gone already.
    if (!answer.ok && (await diary.read(id))?.status !== 'cancelled') left += 1
    done += 1
    if (now().getTime() > endMs) break
  }
  const isDone = done >= row.made.length
  await goOn(
    needs,
    row,
    { done, left, ...(isDone ? { state: 'undone', finishedAt: now() } : {}) },
    'undo_calendar_import',
  )
}
