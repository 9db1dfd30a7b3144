import { removeMembership } from '../../../db/queries/members.ts'
import { officesOf } from '../../../db/queries/office.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import type { AccountCtx } from '../../trpc/procedures.ts'

/** Ends one's own membership, in whichever role. The last owner stays. */
export async function leaveOffice({ ctx, session }: AccountCtx, input: { officeId: string }): Promise<void> {
  const { user, membership } = session
  const mine = await officesOf(ctx.directory, user.id)
  const officeId = mine.find(({ id }) => id === input.officeId)?.id
  if (!officeId) throw notFound('office')
  const note = { id: ctx.newId(), officeId, userId: user.id, kind: 'member_left' as const, at: ctx.now() }
  if (!(await removeMembership(ctx.directory, officeId, user.id, note)))
    throw new Refusal('conflict', 'An office needs an owner. Please make somebody else an owner first.')
  if (membership?.office.id !== officeId) return
  const { desk } = ctx.forOffice(membership.office)
  await desk.endSockets(user.id)
  await desk.announce([{ topic: 'office', ids: [officeId], by: user.id }])
}
