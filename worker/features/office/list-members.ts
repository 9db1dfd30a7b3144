import { openInvitations } from '../../../db/queries/invitations.ts'
import { membersOf } from '../../../db/queries/members.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import type { MemberList } from './input.ts'

type Needs = Pick<MemberCtx, 'directory' | 'officeId' | 'member' | 'now'>

/** Who works in the office and, for owners, who has been asked to. */
export async function listMembers({ directory, officeId, member, now }: Needs): Promise<MemberList> {
  const members = await membersOf(directory, officeId)
  const invitations = member.role === 'owner' ? await openInvitations(directory, officeId, now()) : []
  return { members, invitations: invitations.map(({ id, email, role, expiresAt }) => ({ id, email, role, expiresAt })) }
}
