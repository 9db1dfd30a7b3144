import { z } from 'zod'
import { RECORD_KINDS, SOURCES } from '../../kernel/words.ts'
import { BULK_DISCARD, bulkInput, bulkValue, listInput, listPage } from '../views/input.ts'
import { ChecklistItem, Repeat } from './rules/repeat.ts'
import { VIEWS } from './rules/view-of.ts'

const TITLE_LENGTH = 200
const MOST_ITEMS = 50
const MOST_LINKS = 20
const PRIORITIES = ['low', 'normal', 'high'] as const

export const taskId = z.string().meta({ ref: 'tasks' })
const contactId = z.string().meta({ ref: 'contacts' }).nullable()
const conversationId = z.string().meta({ ref: 'conversations' }).nullable()
const title = z.string().trim().min(1, 'A task needs a title.').max(TITLE_LENGTH)
const dueOn = z.iso.date().nullable()
const instant = z.iso.datetime({ offset: true }).transform((iso) => new Date(iso))
const version = z.number().int()

const linkTo = <const Kind extends (typeof RECORD_KINDS)[number]>(record: Kind, ref: string) =>
  z.object({ record: z.literal(record), recordId: z.string().meta({ ref }) })
/** What else a task is about, besides its contact and its conversation. */
export const TaskLink = z.discriminatedUnion('record', [
  linkTo('contact', 'contacts'),
  linkTo('company', 'companies'),
  linkTo('deal', 'deals'),
  linkTo('task', 'tasks'),
  linkTo('conversation', 'conversations'),
])
export type TaskLink = z.infer<typeof TaskLink>

const more = z.object({
  /** Where it is due at a time; its day is then that of the assignee's clock, whatever day was sent with it. */
  dueAt: instant.nullable(),
  assigneeId: z.string().meta({ ref: 'users' }).nullable(),
  priority: z.enum(PRIORITIES),
  isWaiting: z.boolean(),
  repeat: Repeat.nullable(),
  checklist: z.array(ChecklistItem).max(MOST_ITEMS),
  remindAt: instant.nullable(),
  links: z.array(TaskLink).max(MOST_LINKS),
})

export const TaskShown = z.object({
  id: z.string(),
  title: z.string(),
  dueOn: z.string().nullable(),
  dueAt: z.date().nullable(),
  doneAt: z.date().nullable(),
  contactId: z.string().nullable(),
  contactName: z.string().nullable(),
  conversationId: z.string().nullable(),
  assigneeId: z.string().nullable(),
  priority: z.enum(PRIORITIES),
  isWaiting: z.boolean(),
  snoozedUntil: z.date().nullable(),
  repeat: Repeat.nullable(),
  checklist: z.array(ChecklistItem),
  remindAt: z.date().nullable(),
  source: z.enum(SOURCES),
  version: z.number(),
})
/** A task with what it is linked to, by name. */
export const TaskWhole = TaskShown.extend({
  links: z.array(z.object({ record: z.enum(RECORD_KINDS), recordId: z.string(), name: z.string() })),
})
/** The state after a step, and the step, so that it can be taken back. */
export const TaskStep = z.object({ id: z.string(), version: z.number(), actId: z.string(), title: z.string() })

/** The tasks of a contact, or of a view; without either all that are open, and what was done of late. */
export const ListTasks = z.object({
  contactId: contactId.default(null),
  dealId: z.string().meta({ ref: 'deals' }).nullish(),
  view: z.enum(VIEWS).nullable().default(null),
})
export const ReadTask = z.object({ id: taskId })
/** How many tasks stand in which view, and the zone whose clock says so. */
export const TaskCounts = z.object({
  counts: z.object({
    ...{ my_day: z.number(), overdue: z.number(), upcoming: z.number(), waiting: z.number(), snoozed: z.number() },
  }),
  timeZone: z.string(),
})

export const CreateTask = z.object({
  title,
  dueOn,
  contactId,
  conversationId: conversationId.default(null),
  dealId: z.string().meta({ ref: 'deals' }).nullable().default(null),
  ...more.partial().shape,
})
/** What is left out stays as it is. */
export const ChangeTask = z.object({
  id: taskId,
  version,
  ...z.object({ title, dueOn, contactId, conversationId }).partial().shape,
  ...more.partial().shape,
})
export const CheckTask = z.object({ id: taskId, version, done: z.boolean() })
export const SnoozeTask = z.object({ id: taskId, version, until: instant.nullable() })
/** `item` is the id of a line of the task's checklist. */
export const CheckItem = z.object({ id: taskId, version, item: z.string(), isDone: z.boolean() })

export const ReadTable = listInput(taskId)
export const TableRow = TaskShown.pick({
  ...{ id: true, title: true, dueOn: true, dueAt: true, doneAt: true, contactId: true, contactName: true },
  ...{ assigneeId: true, priority: true, isWaiting: true, snoozedUntil: true, version: true },
}).extend({ createdAt: z.date() })
export const TablePage = listPage(TableRow)
/** What can be written into many tasks at once, and ticking them off. */
const BulkColumn = z.enum(['dueOn', 'assigneeId', 'priority', 'isWaiting'])
export const TaskBulk = z.discriminatedUnion('kind', [
  bulkValue(BulkColumn),
  z.object({ kind: z.literal('done') }),
  BULK_DISCARD,
])
export const BulkTasks = bulkInput(taskId, TaskBulk)
