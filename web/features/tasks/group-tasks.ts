import { addDays } from '../../ui/dates.ts'

export const GROUPS = ['overdue', 'today', 'tomorrow', 'week', 'later', 'undated', 'done'] as const
export type Group = (typeof GROUPS)[number]

export const GROUP_TITLES: Record<Group, string> = {
  overdue: 'Overdue',
  today: 'Today',
  tomorrow: 'Tomorrow',
  week: 'This week',
  later: 'Later',
  undated: 'No date',
  done: 'Done',
}

const WEEK_DAYS = 7

/** In which group a task belongs. Days are `YYYY-MM-DD`, `today` on the office's calendar; a week is the next seven days. */
export function groupOf({ dueOn, doneAt }: { dueOn: string | null; doneAt: string | null }, today: string): Group {
  if (doneAt) return 'done'
  if (!dueOn) return 'undated'
  if (dueOn < today) return 'overdue'
  if (dueOn === today) return 'today'
  if (dueOn === addDays(today, 1)) return 'tomorrow'
  return dueOn < addDays(today, WEEK_DAYS) ? 'week' : 'later'
}

/** The tasks by group, in the order of the groups and, within one, in the order that they came. Empty groups are left out. */
export function groupTasks<Task extends { dueOn: string | null; doneAt: string | null }>(
  tasks: readonly Task[],
  today: string,
): { group: Group; tasks: Task[] }[] {
  return GROUPS.map((group) => ({ group, tasks: tasks.filter((task) => groupOf(task, today) === group) })).filter(
    ({ tasks: found }) => found.length > 0,
  )
}
