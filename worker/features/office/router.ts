import { z } from 'zod'
import { account, member, own, owner, router, visitor } from '../../trpc/procedures.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { changeRole } from './change-role.ts'
import { createOffice } from './create-office.ts'
import {
  ChangeRole,
  CreateOffice,
  InboundShown,
  InvitationShown,
  InvitationToken,
  InviteMember,
  LeaveOffice,
  MemberList,
  NoteShown,
  OfficeOpened,
  OfficeShown,
  RemoveMember,
  RequireSecondFactor,
  RevokeInvitation,
  RotateInboundSecret,
  SentLocally,
  SetTimeZone,
  SwitchOffice,
  UpdateOffice,
  UpdateSettings,
} from './input.ts'
import { inviteMember } from './invite-member.ts'
import { leaveOffice } from './leave-office.ts'
import { listInbound } from './list-inbound.ts'
import { listMembers } from './list-members.ts'
import { listNotes } from './list-notes.ts'
import { listSentLocally } from './list-sent-locally.ts'
import { readInvitation } from './read-invitation.ts'
import { readOffice } from './read-office.ts'
import { removeDemo } from './remove-demo.ts'
import { removeMember } from './remove-member.ts'
import { requireSecondFactor } from './require-second-factor.ts'
import { revokeInvitation } from './revoke-invitation.ts'
import { rotateInboundSecret } from './rotate-inbound-secret.ts'
import { setTimeZone } from './set-time-zone.ts'
import { switchOffice } from './switch-office.ts'
import { updateOffice } from './update-office.ts'
import { updateSettings } from './update-settings.ts'

const Version = z.object({ version: z.number() })
const Invited = z.object({ invitationId: z.string() })

export const officeRouter = router({
  create: account
    .input(CreateOffice)
    .output(OfficeOpened)
    .mutation(({ ctx, input }) => createOffice(ctx, input)),
  switch: account
    .input(SwitchOffice)
    .output(OfficeOpened)
    .mutation(({ ctx, input }) => switchOffice(ctx, input)),
  leave: account
    .input(LeaveOffice)
    .output(z.void())
    .mutation(({ ctx, input }) => leaveOffice(ctx, input)),

  read: member.output(OfficeShown).query(({ ctx }) => readOffice(ctx)),
  update: owner
    .input(UpdateOffice)
    .output(Version)
    .mutation(({ ctx, input }) => updateOffice(ctx, input)),
  updateSettings: owner
    .input(UpdateSettings)
    .output(Version)
    .mutation(({ ctx, input }) => updateSettings(ctx, input)),
  requireSecondFactor: owner
    .input(RequireSecondFactor)
    .output(Version)
    .mutation(({ ctx, input }) => requireSecondFactor(ctx, input)),

  removeDemo: owner.output(z.void()).mutation(({ ctx }) => removeDemo(ctx)),

  members: member.output(MemberList).query(({ ctx }) => listMembers(ctx)),
  setTimeZone: own
    .input(SetTimeZone)
    .output(z.void())
    .mutation(({ ctx, input }) => setTimeZone(ctx, input)),
  changeRole: owner
    .input(ChangeRole)
    .output(z.void())
    .mutation(({ ctx, input }) => changeRole(ctx, input)),
  removeMember: owner
    .input(RemoveMember)
    .output(z.void())
    .mutation(({ ctx, input }) => removeMember(ctx, input)),

  invite: owner
    .input(InviteMember)
    .output(Invited)
    .mutation(({ ctx, input }) => inviteMember(ctx, input)),
  revokeInvitation: owner
    .input(RevokeInvitation)
    .output(z.void())
    .mutation(({ ctx, input }) => revokeInvitation(ctx, input)),
  invitation: visitor
    .input(InvitationToken)
    .output(InvitationShown)
    .query(({ ctx, input }) => readInvitation(ctx.ctx, input)),
  acceptInvitation: account
    .input(InvitationToken)
    .output(OfficeOpened)
    .mutation(({ ctx, input }) => acceptInvitation(ctx, input)),

  notes: owner.output(z.array(NoteShown)).query(({ ctx }) => listNotes(ctx)),

  inbound: member.output(z.array(InboundShown)).query(({ ctx }) => listInbound(ctx)),
  sentLocally: member.output(z.array(SentLocally).nullable()).query(({ ctx }) => listSentLocally(ctx)),
  rotateInboundSecret: owner
    .input(RotateInboundSecret)
    .output(InboundShown)
    .mutation(({ ctx, input }) => rotateInboundSecret(ctx, input)),
})
