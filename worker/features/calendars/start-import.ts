import type { z } from 'zod'
import { isOvertaken } from '#dialect'
import { calendarImportById, changeCalendarImport, listCalendarImports } from '../../../db/queries/calendar-imports.ts'
import { insertJob } from '../../../db/queries/outbox.ts'
import { alone, commit } from '../../../db/queries/plan.ts'
import type { CalendarImport } from '../../../db/schema/calendars.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import { outboxRow } from '../../queue/outbox.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import type { ImportId, ImportShown, RunImport } from './input.ts'
import { insistOnMember, type Needs as WhoseNeeds } from './whose-calendar.ts'

const MOST_SHOWN = 10

type Needs = WhoseNeeds & Pick<MemberCtx, 'now' | 'newId' | 'desk' | 'jobs'>
type Shown = z.infer<typeof ImportShown>

/** The last imports of calendar files, newest first. */
export async function listImports({ db, officeId }: Needs): Promise<Shown[]> {
  return (await listCalendarImports(db, officeId, MOST_SHOWN)).map(shown)
}

export async function readImport(needs: Needs, { id }: z.infer<typeof ImportId>): Promise<Shown> {
  return shown(await knownImport(needs, id))
}

/** Brings what the dry run found into the calendar; whatever is taken by then is told and left out. */
export async function startImport(needs: Needs, { id, kind }: z.infer<typeof RunImport>): Promise<void> {
  const row = await theirs(needs, id)
  if (row.state !== 'checked') throw new Refusal('conflict', 'This file was dealt with already. Look again.')
  await begin(needs, row, { state: 'running', kind, done: 0 }, 'run_calendar_import')
}

/** Takes all of it back that nobody changed since. */
export async function startUndo(needs: Needs, { id }: z.infer<typeof ImportId>): Promise<void> {
  const row = await theirs(needs, id)
  if (row.state !== 'done') throw new Refusal('conflict', 'There is nothing to take back. Look again.')
  await begin(needs, row, { state: 'undoing', done: 0, left: 0 }, 'undo_calendar_import')
}

async function knownImport({ db, officeId }: Needs, id: string): Promise<CalendarImport> {
  const row = await calendarImportById(db, officeId, id)
  if (!row) throw notFound('import')
  return row
}

async function theirs(needs: Needs, id: string): Promise<CalendarImport> {
  const row = await knownImport(needs, id)
  await insistOnMember(needs, row.userId)
  return row
}

async function begin(
  needs: Needs,
  row: CalendarImport,
  columns: Parameters<typeof changeCalendarImport>[2],
  kind: 'run_calendar_import' | 'undo_calendar_import',
): Promise<void> {
  const { db, jobs, desk, member } = needs
  const job = outboxRow(needs, { kind, importId: row.id })
  try {
    await commit(
      db,
      alone((db) => [changeCalendarImport(db, row, columns), insertJob(db, job)]),
    )
  } catch (error) {
    if (!isOvertaken(error)) throw error
    throw new Refusal('conflict', 'Somebody started this just now. Look again.')
  }
  await jobs.send([job])
  await desk.announce([{ topic: 'calendar', ids: [row.id], by: member.userId }])
}

function shown(row: CalendarImport): Shown {
  const { outcome, state, made, done } = row
  const total = state === 'undoing' ? made.length : (outcome?.toAdd ?? 0)
  const told = outcome?.notTaken.map((each) => ({
    ...each,
    startsAt: each.startsAt === null ? null : new Date(each.startsAt),
  }))
  return {
    ...row,
    outcome: outcome && { ...outcome, notTaken: told ?? [] },
    progress: total === 0 ? 0 : Math.min(1, done / total),
    mayUndo: state === 'done' && made.length > 0,
  }
}
