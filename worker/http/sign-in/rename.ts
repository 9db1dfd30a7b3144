import { renameUser } from '../../../db/queries/account.ts'
import type { AccountCtx } from '../../trpc/procedures.ts'

/** Changes what the user is called, in every office they work in. */
export async function rename({ ctx, session: { user, membership } }: AccountCtx, { name }: { name: string }) {
  await renameUser(ctx.directory, user.id, name, ctx.now())
  if (!membership) return
  const { id } = membership.office
  await ctx.forOffice(membership.office).desk.announce([{ topic: 'office', ids: [id], by: user.id }])
}
