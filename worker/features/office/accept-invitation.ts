import { joinOffice } from '../../../db/queries/invitations.ts'
import { openInSession } from '../../../db/queries/office.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { AccountCtx } from '../../trpc/procedures.ts'
import { invitationBy, withdrawn } from './read-invitation.ts'

/**
 * Makes the caller a member and opens the office in their session. Only for the address that was invited: the link came
 * to that mailbox, so it also proves the address.
 */
export async function acceptInvitation({ ctx, session }: AccountCtx, { token }: { token: string }) {
  const { directory, now, newId } = ctx
  const { invitation, office } = await invitationBy(ctx, token)
  if (session.user.email !== invitation.email)
    throw new Refusal('not_allowed', `This invitation is for ${invitation.email}. Please sign in with that address.`)
  const { id: officeId } = office
  const kind = 'member_joined' as const
  const note = { id: newId(), officeId, userId: session.user.id, kind, subjectId: invitation.id, at: now() }
  if (!(await joinOffice(directory, invitation, note))) throw withdrawn()
  await openInSession(directory, session.sessionId, office.id)
  await ctx.forOffice(office).desk.announce([{ topic: 'office', ids: [office.id], by: session.user.id }])
  return { officeId: office.id, slug: office.slug }
}
