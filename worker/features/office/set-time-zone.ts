import type { z } from 'zod'
import { setTimeZoneOf } from '../../../db/queries/members.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { moveDueDays } from '../tasks/move-due-days.ts'
import type { SetTimeZone } from './input.ts'

type Needs = Pick<MemberCtx, 'directory' | 'db' | 'office' | 'officeId' | 'desk' | 'member'>

/** On whose clock a member works in this office; null for the office's own. What is due at a time moves to its day there. */
export async function setTimeZone(needs: Needs, { timeZone }: z.infer<typeof SetTimeZone>): Promise<void> {
  const { directory, office, officeId, desk, member } = needs
  await setTimeZoneOf(directory, officeId, member.userId, timeZone)
  await moveDueDays(needs, member.userId, timeZone ?? office.timeZone)
  const by = member.userId
  await desk.announce([
    { topic: 'office', ids: [officeId], by },
    { topic: 'task', ids: [], by },
  ])
}
