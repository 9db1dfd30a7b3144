import type { Ctx } from '../../context.ts'
import type { Session } from '../session.ts'

/** Ends the live screens of somebody whose sessions end; whoever is still signed in connects again by themselves. */
export async function endSockets({ forOffice }: Pick<Ctx, 'forOffice'>, { user, membership }: Session): Promise<void> {
  if (membership) await forOffice(membership.office).desk.endSockets(user.id)
}
