import { membersOf, setRole } from '../../../db/queries/members.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import type { ChangeRole } from './input.ts'
import { type NoteNeeds, officeNote } from './office-note.ts'

type Needs = NoteNeeds & Pick<MemberCtx, 'directory' | 'desk'>

/** Why a member was neither changed nor removed: unknown to this office, or the only one who may give it away. */
export async function whyUntouched({ directory, officeId }: Pick<Needs, 'directory' | 'officeId'>, userId: string) {
  const members = await membersOf(directory, officeId)
  return members.some((member) => member.userId === userId)
    ? new Refusal('conflict', 'An office needs an owner. Please make somebody else an owner first.')
    : notFound('member')
}

/** Gives a member another role. The last owner stays one. */
export async function changeRole(needs: Needs, { userId, role }: ChangeRole): Promise<void> {
  const { directory, officeId, member, desk } = needs
  const note = officeNote(needs, 'role_changed', userId)
  if (!(await setRole(directory, officeId, userId, role, note))) throw await whyUntouched(needs, userId)
  await desk.announce([{ topic: 'office', ids: [officeId], by: member.userId }])
}
