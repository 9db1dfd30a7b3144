import { builtIn, type Column } from '../../views/rules/columns.ts'

/** The more urgent first: a table that is sorted by priority begins with what cannot wait. */
export const PRIORITY_ORDER = ['high', 'normal', 'low'] as const
const PRIORITY_WORDS = { high: 'Urgent', normal: 'Normal', low: 'When there is time' }
const PRIORITIES = PRIORITY_ORDER.map((id) => ({ id, label: PRIORITY_WORDS[id] }))

/** The columns of a list of tasks. */
export const TASK_COLUMNS: readonly Column[] = [
  builtIn('title', 'Title', 'text'),
  builtIn('dueOn', 'Due on', 'date'),
  builtIn('assigneeId', 'Who', 'member'),
  { ...builtIn('priority', 'Priority', 'choice', PRIORITIES), isOrdered: true },
  builtIn('isWaiting', 'Waits', 'flag'),
  builtIn('contact', 'Contact', 'linked'),
  builtIn('doneAt', 'Done', 'instant'),
  builtIn('snoozedUntil', 'Sleeps until', 'instant'),
  builtIn('createdAt', 'Added', 'instant'),
]
export const FIRST_TASK_COLUMNS = ['title', 'dueOn', 'assigneeId', 'priority', 'contact', 'doneAt']
