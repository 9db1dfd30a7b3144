import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { dayOf } from '../../ui/dates.ts'
import { useNow } from '../../ui/use-now.ts'
import { useOffice } from '../office/use-office.ts'

export type TaskClock = ReturnType<typeof useTaskClock>

/** The clock by which this member's day begins and ends, and how many tasks stand in which view by it. */
export function useTaskClock() {
  const { office } = useOffice()
  const now = useNow()
  const { data } = useQuery(trpc.tasks.counts.queryOptions())
  const timeZone = data?.timeZone ?? office.timeZone
  return { now, timeZone, today: dayOf(now, timeZone), counts: data?.counts }
}
