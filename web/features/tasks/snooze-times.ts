import { addDays, dayOf, instantOf } from '../../ui/dates.ts'

const HOUR_MS = 60 * 60 * 1000
const LATER_HOURS = 3
const MORNING = '08:00'

/** Until when a task can sleep by one tap. */
export function snoozeTimes(now: Date, timeZone: string): { label: string; until: string }[] {
  const morningIn = (days: number) => instantOf(`${addDays(dayOf(now, timeZone), days)}T${MORNING}`, timeZone)
  return [
    { label: 'For three hours', until: new Date(now.getTime() + LATER_HOURS * HOUR_MS).toISOString() },
    { label: 'Until tomorrow', until: morningIn(1) },
    { label: 'For a week', until: morningIn(7) },
  ]
}

export const tomorrowMorning = (now: Date, timeZone: string) =>
  instantOf(`${addDays(dayOf(now, timeZone), 1)}T${MORNING}`, timeZone)
