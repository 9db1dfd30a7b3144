import { isOvertaken } from '#dialect'
import { appointmentsByIds } from '../../../db/queries/appointments.ts'
import { calendarImportById, changeCalendarImport } from '../../../db/queries/calendar-imports.ts'
import { alone, commit } from '../../../db/queries/plan.ts'
import type { CalendarImport } from '../../../db/schema/calendars.ts'
import type { OfficeCtx } from '../../context.ts'
import type { OfficeId } from '../../kernel/ids.ts'
import { appointmentIdOf } from '../appointments/appointment-id.ts'
import { staffName } from '../appointments/rules/resource-names.ts'
import { calendarPlanKey } from '../files/keys.ts'
import { type Known, type Planned, planImport, sortOut } from './rules/plan-import.ts'

/** How a take-back is worded at the desk: what was taken back may come again, what was called off may not. */
const TAKEN_BACK = 'Taken back'

/** The id of the appointment that a date of somebody's calendar file becomes: the same at each import. */
export const importedId = (officeId: OfficeId, userId: string, key: string) =>
  appointmentIdOf(officeId, `calendar file of ${userId}: ${key}`)

/** The job of the dry run: reads the file and says what would be made of it, and what not and why. */
export async function checkCalendarImport(needs: OfficeCtx, importId: string): Promise<void> {
  const { db, officeId, files, office, now, env, desk } = needs
  const row = await calendarImportById(db, officeId, importId)
  if (row?.state !== 'uploaded') return
  const file = await files.get(row.fileKey)
  const text = file ? await new Response(file.body).text() : ''
  const host = new URL(env.PUBLIC_URL).host
  const planned = planImport(text, { now: now().getTime(), timeZone: office.timeZone, host })
  const plan = planned.ok ? await sorted(needs, row, planned) : null
  if (plan) await files.put(calendarPlanKey(officeId, importId), JSON.stringify(plan.toAdd), 'application/json')
  const columns = plan
    ? { state: 'checked' as const, outcome: plan.outcome }
    : { state: 'failed' as const, problem: planned.ok ? null : planned.why, finishedAt: now() }
  try {
    await commit(
      db,
      alone((db) => [changeCalendarImport(db, row, columns)]),
    )
  } catch (error) {
    // The same job was run twice at once; the other was first.
    if (!isOvertaken(error)) throw error
  }
  await desk.announce([{ topic: 'calendar', ids: [importId], by: null }])
}

async function sorted(needs: OfficeCtx, { userId }: CalendarImport, planned: Planned & { ok: true }) {
  const { db, officeId, diary } = needs
  const keys = new Map<string, string>()
  for (const { key } of planned.dates) keys.set(await importedId(officeId, userId, key), key)
  const known = new Map<string, Known>()
  for (const there of await appointmentsByIds(db, officeId, [...keys.keys()])) {
    const key = keys.get(there.id)
    if (key === undefined || !there.startsAt || !there.endsAt) continue
    const isCancelled = there.status === 'cancelled'
    const isTakenBack = isCancelled && there.cancelReason === TAKEN_BACK
    known.set(key, { startsAt: there.startsAt.getTime(), endsAt: there.endsAt.getTime(), isCancelled, isTakenBack })
  }
  const from = Math.min(...planned.dates.map(({ startsAt }) => startsAt))
  const to = Math.max(...planned.dates.map(({ endsAt }) => endsAt))
  const claims = from < to ? await diary.claims(from, to, [staffName(userId)]) : []
  return sortOut(planned, known, claims)
}
