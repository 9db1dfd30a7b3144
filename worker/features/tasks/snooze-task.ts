import type { z } from 'zod'
import { columnsOf } from '../../kernel/columns.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type EditNeeds, editTask, seenTask } from './edit-task.ts'
import type { CheckItem, SnoozeTask, TaskStep } from './input.ts'

type Step = Promise<z.infer<typeof TaskStep>>

/** Lets a task sleep: it is out of sight, and reminds nobody, until then. Null wakes it. */
export async function snoozeTask(needs: EditNeeds, { id, version, until }: z.infer<typeof SnoozeTask>): Step {
  const task = await seenTask(needs, id, version)
  if (until && until <= needs.now()) throw new Refusal('invalid', 'A task can only sleep until a time that is to come.')
  const title = until ? `Snoozed “${task.title}”` : `Woke “${task.title}”`
  return editTask(needs, task, { title, columns: columnsOf({ snoozedUntil: until }) })
}

/** Ticks a line of the checklist off, or takes the tick back. */
export async function checkItem(needs: EditNeeds, input: z.infer<typeof CheckItem>): Step {
  const { id, version, item, isDone } = input
  const task = await seenTask(needs, id, version)
  const line = task.checklist.find((each) => each.id === item)
  if (!line) throw new Refusal('conflict', 'This line is no longer on the list. Look again.')
  const checklist = task.checklist.map((each) => (each.id === item ? { ...each, isDone } : each))
  return editTask(needs, task, { title: `${isDone ? 'Done' : 'Open again'}: ${line.text}`, columns: { checklist } })
}
