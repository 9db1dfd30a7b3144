import { closeInvitation } from '../../../db/queries/invitations.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'

type Needs = Pick<MemberCtx, 'directory' | 'officeId' | 'member' | 'desk' | 'now'>

/** Makes the link of an invitation worthless. */
export async function revokeInvitation(needs: Needs, { invitationId }: { invitationId: string }): Promise<void> {
  const { directory, officeId, member, desk, now } = needs
  if (!(await closeInvitation(directory, officeId, invitationId, now()))) throw notFound('invitation')
  await desk.announce([{ topic: 'office', ids: [officeId], by: member.userId }])
}
