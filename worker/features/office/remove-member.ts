import { removeMembership } from '../../../db/queries/members.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { whyUntouched } from './change-role.ts'
import { type NoteNeeds, officeNote } from './office-note.ts'

type Needs = NoteNeeds & Pick<MemberCtx, 'directory' | 'desk'>

/** Takes a member out of the office, from their next request on. The last owner stays. */
export async function removeMember(needs: Needs, { userId }: { userId: string }): Promise<void> {
  const { directory, officeId, member, desk } = needs
  const note = officeNote(needs, 'member_removed', userId)
  if (!(await removeMembership(directory, officeId, userId, note))) throw await whyUntouched(needs, userId)
  await desk.endSockets(userId)
  await desk.announce([{ topic: 'office', ids: [officeId], by: member.userId }])
}
