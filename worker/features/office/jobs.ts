import { openInvitation } from '../../../db/queries/invitations.ts'
import type { OfficeCtx } from '../../context.ts'
import { invitationToken } from './invitation-token.ts'

type Needs = Pick<OfficeCtx, 'env' | 'directory' | 'officeId' | 'mail' | 'now'>

/** Sends the invitation. One that was accepted, revoked or replaced since, or is too old, is left alone. */
export async function sendInvitation(needs: Needs, invitationId: string): Promise<void> {
  const { env, directory, officeId, mail, now } = needs
  const found = await openInvitation(directory, officeId, invitationId, now())
  if (!found) return
  const { invitation, office } = found
  const token = await invitationToken(env.SECRET_KEY, officeId, invitationId)
  await mail.send({
    sendId: `invitation-${invitationId}`,
    officeId,
    fromName: office.name,
    to: invitation.email,
    replyTo: null,
    subject: `Work with ${office.name} on Foyer`,
    text: [
      `${office.name} invites you to work with them on Foyer.`,
      '',
      `${env.PUBLIC_URL}/invitation?token=${token}`,
      '',
      'The link works for seven days, and only for this mail address.',
    ].join('\n'),
    headers: { 'Auto-Submitted': 'auto-generated' },
  })
}
