import type { z } from 'zod'
import {
  ANSWERS,
  answersBySpeed,
  closedDeals,
  enquiriesByDay,
  openDealsByStage,
  openTasksByDue,
} from '../../../db/queries/dashboard.ts'
import type { OfficeCtx } from '../../context.ts'
import { dayIn } from '../../kernel/time.ts'
import { forecastOf } from '../deals/read-board.ts'
import { countUnattended } from '../unattended/list-unattended.ts'
import type { Dashboard, ReadDashboard } from './input.ts'
import { barsOf } from './rules/bars.ts'
import { addDays, dayNumbered, lastDays, spansOf, startOf } from './rules/range.ts'

const WEEK_DAYS = 7
const DUES = ['overdue', 'today', 'week', 'later', 'undated'] as const

export type Needs = Pick<OfficeCtx, 'db' | 'officeId' | 'office' | 'now'>

/** The last so many days up to today, on the calendar of the office. */
export function rangeOf({ office, now }: Needs, days: number) {
  const today = dayIn(office.timeZone, now())
  const all = lastDays(today, days)
  const dayAfter = addDays(today, 1)
  const first = all[0] ?? today
  const between = { from: startOf(first, office.timeZone), until: startOf(dayAfter, office.timeZone) }
  return { today, first, dayAfter, all, between }
}

/** How the office stands: every number is counted by the database, and can be looked behind. */
export async function readDashboard(
  needs: Needs,
  { days }: z.infer<typeof ReadDashboard>,
): Promise<z.infer<typeof Dashboard>> {
  const { db, officeId } = needs
  const { today, between } = rangeOf(needs, days)
  const [enquiries, answers, stages, forecast, closed, due, unattended] = await Promise.all([
    enquiryBars(needs, days),
    answersBySpeed(db, officeId, between),
    openDealsByStage(db, officeId),
    forecastOf(needs, null),
    closedDeals(db, officeId, between),
    openTasksByDue(db, officeId, { today, weekEnd: addDays(today, WEEK_DAYS) }),
    countUnattended(needs),
  ])
  return {
    ...{ enquiries, forecast, unattended },
    answers: ANSWERS.map((answer) => ({ answer, count: answers.find((row) => row.answer === answer)?.count ?? 0 })),
    stages: stages.map((row) => ({ ...row, amountMinor: row.amountMinor ?? 0 })),
    closed: closed.flatMap(({ kind, ...row }) =>
      kind === 'open' ? [] : [{ ...row, kind, amountMinor: row.amountMinor ?? 0 }],
    ),
    tasks: DUES.map((each) => ({ due: each, count: due.find((row) => row.due === each)?.count ?? 0 })),
  }
}

async function enquiryBars(needs: Needs, days: number) {
  const { db, officeId, office } = needs
  const { first, dayAfter, all } = rangeOf(needs, days)
  const spans = spansOf(first, dayAfter, office.timeZone)
  const found = (await Promise.all(spans.map((span) => enquiriesByDay(db, officeId, span)))).flat()
  const counts = new Map<string, number>()
  // The day on which the clock changes lies in two spans.
  for (const { day, count } of found) counts.set(dayNumbered(day), (counts.get(dayNumbered(day)) ?? 0) + count)
  return barsOf(all, counts, dayAfter)
}
