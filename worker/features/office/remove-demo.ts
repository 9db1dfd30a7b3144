import { membersOf } from '../../../db/queries/members.ts'
import { removeFromDirectory, removeOfficeRows } from '../../../db/queries/remove-office.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { officePrefix } from '../files/keys.ts'

type Needs = Pick<MemberCtx, 'directory' | 'db' | 'office' | 'officeId' | 'files' | 'desk' | 'diary' | 'member'>

/**
 * Removes the demo office with everything in it; its members keep their accounts and have no office open. The directory
 * comes last, so that an owner whom an interruption leaves with an empty demo can press the button again.
 */
export async function removeDemo(needs: Needs): Promise<void> {
  const { directory, db, office, officeId, files, desk, diary, member } = needs
  if (!office.isDemo) throw new Refusal('not_allowed', 'Only the demo office can be removed like this.')
  const members = await membersOf(directory, officeId)
  await removeOfficeRows(db, officeId)
  // After the rows: what the desk still had to write would otherwise come back.
  await diary.clear()
  await files.removeAll(officePrefix(officeId))
  await removeFromDirectory(directory, officeId)
  await desk.announce([{ topic: 'office', ids: [officeId], by: member.userId }])
  for (const { userId } of members) await desk.endSockets(userId)
}
