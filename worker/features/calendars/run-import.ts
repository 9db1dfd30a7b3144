import { z } from 'zod'
import { calendarImportById, changeCalendarImport } from '../../../db/queries/calendar-imports.ts'
import { insertJob } from '../../../db/queries/outbox.ts'
import { alone, commit } from '../../../db/queries/plan.ts'
import type { CalendarImport } from '../../../db/schema/calendars.ts'
import type { OfficeCtx } from '../../context.ts'
import type { BookRequest } from '../../kernel/diary-requests.ts'
import { SECOND_MS } from '../../kernel/time.ts'
import { outboxRow } from '../../queue/outbox.ts'
import { readPolicy } from '../appointments/read-policy.ts'
import { calendarPlanKey } from '../files/keys.ts'
import { importedId } from './check-import.ts'
import { type PlannedDate, withRefused } from './rules/plan-import.ts'

/** Far less than a job's lease; what is left is another job's. */
const WORKED_FOR_MS = 8 * SECOND_MS
const MOST_AT_ONCE = 100

const Plan = z.array(
  z.object({ key: z.string(), title: z.string(), startsAt: z.number(), endsAt: z.number(), line: z.number() }),
)

/**
 * The job of an import: brings the planned dates into the member's calendar, each through the desk, which has the last
 * word on what is free. Killed at any moment it goes on where it was, and nothing is made twice: each date has its key.
 */
export async function runCalendarImport(needs: OfficeCtx, importId: string): Promise<void> {
  const { db, officeId, files, now } = needs
  const row = await calendarImportById(db, officeId, importId)
  if (row?.state !== 'running' || !row.outcome) return
  const file = await files.get(calendarPlanKey(officeId, importId))
  const plan = Plan.parse(file ? await new Response(file.body).json() : [])
  const policy = await readPolicy(needs)
  const endMs = now().getTime() + WORKED_FOR_MS
  const made = [...row.made]
  let [outcome, done] = [row.outcome, row.done]
  for (const date of plan.slice(row.done, row.done + MOST_AT_ONCE)) {
    const request = await requestFor(needs, row, date)
    const answer = await needs.diary.decide(policy, request)
    if (answer.ok) made.push({ id: request.appointmentId, version: answer.entry.version })
    else if (answer.why === 'overtaken') outcome = { ...outcome, same: outcome.same + 1 }
    else outcome = withRefused(outcome, date)
    done += 1
    if (now().getTime() > endMs) break
  }
  outcome = { ...outcome, added: made.length }
  const isDone = done >= plan.length
  await goOn(
    needs,
    row,
    { made, outcome, done, ...(isDone ? { state: 'done', finishedAt: now() } : {}) },
    'run_calendar_import',
  )
}

/** Writes how far it came, with the job that goes on from there. */
export async function goOn(
  needs: OfficeCtx,
  row: CalendarImport,
  columns: Parameters<typeof changeCalendarImport>[2],
  kind: 'run_calendar_import' | 'undo_calendar_import',
): Promise<void> {
  const { db, jobs, desk } = needs
  // By the version that it goes on from: the same job, run twice at once, leaves one.
  const next = columns.state
    ? null
    : outboxRow(needs, { kind, importId: row.id }, `${row.id}.${kind}.${row.version + 1}`)
  await commit(
    db,
    alone((db) => [changeCalendarImport(db, row, columns), ...(next ? [insertJob(db, next)] : [])]),
  )
  if (next) await jobs.send([next])
  await desk.announce([
    { topic: 'calendar', ids: [row.id], by: null },
    { topic: 'appointment', ids: [], by: null },
  ])
}

/** Exactly this time of exactly this member, past hours but never over what is booked. */
async function requestFor(
  { officeId, office }: OfficeCtx,
  row: CalendarImport,
  date: PlannedDate,
): Promise<BookRequest> {
  const { id: importId, userId, kind } = row
  const appointmentId = await importedId(officeId, userId, date.key)
  return {
    ...{ verb: 'book', key: `calendar_import:${importId}:${appointmentId}`, appointmentId, kind, title: date.title },
    ...{ by: { kind: 'import', importId }, asCustomer: false },
    wanted: {
      ...{ serviceId: null, staffIds: [userId], resourceIds: [], startsAt: date.startsAt, endsAt: date.endsAt },
      ...{ viewerTimeZone: office.timeZone, override: true },
    },
    about: { contactId: null, conversationId: null, note: null, answers: [], guest: null, source: 'import' },
  }
}
