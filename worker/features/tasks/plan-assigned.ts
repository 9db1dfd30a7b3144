import { alone, type Plan } from '../../../db/queries/plan.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { planNotice } from '../notices/plan-notice.ts'

type Given = { id: string; title: string; assigneeId: string | null; version: number }

/** Tells a member that a task is theirs now; nobody is told of what they gave to themselves. */
export function planAssigned(
  needs: Pick<MemberCtx, 'officeId' | 'now' | 'member'>,
  { id, title, assigneeId, version }: Given,
): Plan {
  if (assigneeId === null || assigneeId === needs.member.userId) return alone(() => [])
  return planNotice(needs, {
    ...{ id: `assigned-${id}-${version}`, userId: assigneeId, kind: 'assigned' },
    ...{ record: 'task', recordId: id, title },
  })
}
