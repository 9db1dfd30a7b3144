import type { Plan } from '../../../db/queries/plan.ts'
import { insertTask, linkTask } from '../../../db/queries/tasks.ts'
import { insertActivity } from '../../../db/queries/timeline.ts'
import type { NewTask } from '../../../db/schema/tasks.ts'
import type { OfficeCtx } from '../../context.ts'
import type { Actor, Source } from '../../kernel/words.ts'
import { type Link, withoutDoubles } from './task-links.ts'

type More = Pick<NewTask, 'dueAt' | 'assigneeId' | 'priority' | 'isWaiting' | 'repeat' | 'checklist' | 'remindAt'>
export type NewTaskFields = More & {
  id: string
  title: string
  dueOn: string | null
  contactId: string | null
  conversationId: string | null
  /** The deal that it is about, if it is about one. */
  dealId?: string | null
  /** What else it is about. */
  links?: Link[] | undefined
  source: Source
  by: Actor
}

/** A new task, with its line in the contact's timeline. */
export function planTask(
  needs: Pick<OfficeCtx, 'officeId' | 'now'>,
  { by, dealId = null, links = [], ...fields }: NewTaskFields,
): Plan {
  const { officeId, now } = needs
  const { id, title, contactId } = fields
  const at = now()
  const version = 1
  const all = withoutDoubles([...links, ...(dealId ? [{ record: 'deal' as const, recordId: dealId }] : [])])
  return {
    write: (db) => [
      insertTask(db, { officeId, ...fields, version, createdAt: at }),
      ...all.map((link) => linkTask(db, { officeId, taskId: id, ...link })),
      ...(contactId
        ? [insertActivity(db, { officeId, id, contactId, at, kind: 'task_created', entityId: id, title, by })]
        : []),
    ],
    effects: [{ change: 'created', entity: 'task', id, version }],
    changes: [{ topic: 'task', ids: [id], by: by.kind === 'member' ? by.userId : null }],
  }
}
