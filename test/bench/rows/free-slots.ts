import { z } from 'zod'
import type { FreeSlotsQuery } from '../../../worker/features/appointments/rules/free-slots.ts'
import { DAY_MS, MINUTE_MS } from '../../../worker/kernel/time.ts'
import { type Figure, milliseconds, ratiosOf, verdictOn } from '../figure.ts'
import { inTurn } from '../in-turn.ts'
import { startBare } from '../server.ts'
import { median, spreadOf } from '../spread.ts'

type Size = { people: number; days: number; busyEach: number; limitMs: number }

const SIZES: Size[] = [
  { people: 1, days: 30, busyEach: 200, limitMs: 2 },
  { people: 5, days: 60, busyEach: 1000, limitMs: 10 },
]
const STEP_MS = 15 * MINUTE_MS
/** A month with a change of clocks in each of the zones. */
const FROM = Date.UTC(2026, 2, 10)
const ZONES = ['Europe/Berlin', 'America/New_York', 'Europe/London', 'Australia/Sydney', 'Europe/Madrid']

const Answer = z.object({ done: z.number(), slots: z.number() })

/** What the free times of an office cost in workerd, beside a copy of the question and the answer through JSON. */
export async function freeTimes(): Promise<Figure[]> {
  const server = await startBare('slots')
  const figures: Figure[] = []
  for (const size of SIZES) {
    const body = JSON.stringify(queryOf(size))
    const ask = async (path: string) => {
      const answer = await fetch(`${server.url}${path}`, { method: 'POST', body })
      const { done, slots } = Answer.parse(await answer.json())
      if (slots < size.days) throw new Error(`Only ${slots} slots in ${size.days} days.`)
      return done
    }
    const measured = await inTurn({
      ours: { pid: server.pid, ask: () => ask('/slots') },
      baseline: { pid: server.pid, ask: () => ask('/copy') },
    })
    figures.push(figureOf(size, measured.ours, measured.baseline))
  }
  return figures
}

function figureOf({ people, days, busyEach, limitMs }: Size, ours: number[], baseline: number[]): Figure {
  return {
    what: `free times of ${people} × ${days} days with ${busyEach} busy times each, in workerd, CPU`,
    ours: milliseconds(median(ours)),
    baseline: `${milliseconds(median(baseline))} (question and answer through JSON)`,
    ratio: ratiosOf(ours, baseline),
    limit: milliseconds(limitMs),
    verdict: verdictOn(median(ours), limitMs, spreadOf(ours)),
    notes: [],
  }
}

/** An office that works on weekdays with a pause, every 15 minutes, and has something on at as many quarters as asked. */
function queryOf({ people, days, busyEach }: Size): FreeSlotsQuery {
  const iso = (at: number) => new Date(at).toISOString()
  const quarters = (days * DAY_MS) / STEP_MS
  const busyOf = (person: number) =>
    Array.from({ length: busyEach }, (_, n) => {
      const start = FROM + ((n * 7919 + person * 104_729) % quarters) * STEP_MS
      return { start: iso(start), end: iso(start + (1 + (n % 3)) * STEP_MS) }
    })
  const hours = [1, 2, 3, 4, 5].flatMap((day) => [
    { day, start: '08:00', end: '12:00' },
    { day, start: '13:00', end: '18:00' },
  ])
  const staff = ZONES.slice(0, people).map((timeZone, n) => ({
    ...{ id: `person-${n}`, timeZone, hours, dateHours: [], busy: busyOf(n) },
  }))
  const buffers = { bufferBeforeMinutes: 5, bufferAfterMinutes: 10, noticeMinutes: 60 }
  return {
    ...{
      now: iso(FROM - DAY_MS),
      from: iso(FROM),
      to: iso(FROM + days * DAY_MS),
      viewerTimeZone: 'Europe/London',
      staff,
    },
    service: { lengthMinutes: 30, everyMinutes: 15, ...buffers, needs: 'any' },
  }
}
