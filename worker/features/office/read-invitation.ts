import { openInvitation } from '../../../db/queries/invitations.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { InvitationShown } from './input.ts'
import { readInvitationToken } from './invitation-token.ts'

type Needs = Pick<Ctx, 'env' | 'directory' | 'now'>

export const withdrawn = () => new Refusal('not_found', 'This invitation was used or withdrawn, or is too old.')

/** The open invitation that a link is for, with its office. Refused when the link is not ours or no longer works. */
export async function invitationBy({ env, directory, now }: Needs, token: string) {
  const named = await readInvitationToken(env.SECRET_KEY, token)
  const found = named && (await openInvitation(directory, named.officeId, named.id, now()))
  if (!found) throw withdrawn()
  return found
}

/** What whoever holds the link is shown before they sign in. */
export async function readInvitation(needs: Needs, { token }: { token: string }): Promise<InvitationShown> {
  const { invitation, office } = await invitationBy(needs, token)
  return { officeName: office.name, email: invitation.email, role: invitation.role }
}
