import { closeInvitation } from '../../../db/queries/invitations.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { type NoteNeeds, officeNote } from './office-note.ts'

type Needs = NoteNeeds & Pick<MemberCtx, 'directory' | 'desk'>

/** Makes the link of an invitation worthless. */
export async function revokeInvitation(needs: Needs, { invitationId }: { invitationId: string }): Promise<void> {
  const { directory, officeId, member, desk } = needs
  const note = officeNote(needs, 'invitation_revoked', invitationId)
  if (!(await closeInvitation(directory, officeId, invitationId, note))) throw notFound('invitation')
  await desk.announce([{ topic: 'office', ids: [officeId], by: member.userId }])
}
