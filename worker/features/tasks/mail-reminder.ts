import { membersOf } from '../../../db/queries/members.ts'
import { jobById } from '../../../db/queries/outbox.ts'
import { taskById } from '../../../db/queries/tasks.ts'
import type { Task } from '../../../db/schema/tasks.ts'
import type { OfficeCtx } from '../../context.ts'
import { NotTaken } from '../../kernel/not-taken.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { OutgoingMail } from '../inbox/mail.ts'
import { reminderId } from './rules/reminder-id.ts'

type Needs = Pick<OfficeCtx, 'env' | 'db' | 'directory' | 'office' | 'officeId' | 'mail' | 'log'>
type Reminder = { taskId: string; userId: string; remindAtMs: number }

/**
 * Sends the mail of a reminder. One whose task was done, deleted or set to another time since is left alone, and so is
 * one that may have gone out already: the reminder stands in the app, and a second mail would be one too many.
 */
export async function mailReminder(needs: Needs, reminder: Reminder): Promise<void> {
  const { db, directory, officeId, mail, log } = needs
  const { taskId, userId, remindAtMs } = reminder
  const task = await taskById(db, officeId, taskId)
  if (!task || task.doneAt || task.remindAt?.getTime() !== remindAtMs) return
  const member = (await membersOf(directory, officeId)).find((each) => each.userId === userId)
  if (!member || (!mail.recognisesRepeats && (await mayHaveGoneOut(needs, reminderId(reminder))))) return
  try {
    await mail.send(written(needs, reminderId(reminder), task, member))
  } catch (error) {
    if (error instanceof NotTaken || error instanceof Refusal || mail.recognisesRepeats) throw error
    log.fault('reminder_perhaps_sent', error, { officeId, taskId })
  }
}

/** Whether an attempt before this one ended without a word, as when its worker was killed while it sent. */
async function mayHaveGoneOut({ db, officeId }: Needs, jobId: string): Promise<boolean> {
  const job = await jobById(db, officeId, jobId)
  return job !== null && job.attempts > 1 && job.lastError === null
}

function written(
  { env, office, officeId }: Needs,
  sendId: string,
  task: Task,
  { email, timeZone }: { email: string; timeZone: string | null },
): OutgoingMail {
  return {
    ...{ sendId, officeId, fromName: office.name, to: email, replyTo: null },
    subject: `Reminder: ${task.title}`,
    text: [
      task.title,
      ...dueLine(task, timeZone ?? office.timeZone),
      '',
      `${env.PUBLIC_URL}/tasks?task=${task.id}`,
    ].join('\n'),
    headers: { 'Auto-Submitted': 'auto-generated' },
  }
}

function dueLine({ dueOn, dueAt }: Task, timeZone: string): string[] {
  const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
  if (dueAt) {
    const words = dueAt.toLocaleString('en-GB', { ...day, hour: '2-digit', minute: '2-digit', timeZone })
    return [`Due on ${words}`]
  }
  return dueOn
    ? [`Due on ${new Date(`${dueOn}T12:00:00Z`).toLocaleDateString('en-GB', { ...day, timeZone: 'UTC' })}`]
    : []
}
