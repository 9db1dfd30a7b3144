import { replaceInvitation } from '../../../db/queries/invitations.ts'
import { membersOf } from '../../../db/queries/members.ts'
import { insertJob } from '../../../db/queries/outbox.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { DAY_MS } from '../../kernel/time.ts'
import { outboxRow } from '../../queue/outbox.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import type { InviteMember } from './input.ts'
import { officeNote } from './office-note.ts'

const INVITATION_MS = 7 * DAY_MS

type Needs = Pick<MemberCtx, 'directory' | 'db' | 'officeId' | 'member' | 'desk' | 'jobs' | 'now' | 'newId'>

/** Asks somebody by mail to join. Asking again replaces the open invitation: its link ends, and a new one is sent. */
export async function inviteMember(needs: Needs, { email, role }: InviteMember) {
  const { directory, db, officeId, member, desk, jobs, now, newId } = needs
  const members = await membersOf(directory, officeId)
  if (members.some((existing) => existing.email === email))
    throw new Refusal('conflict', 'Whoever has this address already works here.')
  const createdAt = now()
  const expiresAt = new Date(createdAt.getTime() + INVITATION_MS)
  const invitation = { officeId, id: newId(), email, role, invitedBy: member.userId, expiresAt, createdAt }
  await replaceInvitation(directory, invitation, officeNote(needs, 'member_invited', invitation.id))
  // The office may live in another database, so this is a second write. Should it fail, the owner sees an invitation
  // that nobody answers, and asking again sends it.
  const job = outboxRow(needs, { kind: 'send_invitation', invitationId: invitation.id })
  await insertJob(db, job)
  await jobs.send([job])
  await desk.announce([{ topic: 'office', ids: [officeId], by: member.userId }])
  return { invitationId: invitation.id }
}
