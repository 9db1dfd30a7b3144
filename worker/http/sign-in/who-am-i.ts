import { officesOf } from '../../../db/queries/office.ts'
import type { Ctx } from '../../context.ts'
import type { Session } from '../session.ts'
import type { WhoAmI } from './input.ts'

/** What the app must know before it can show its first screen. */
export async function whoAmI({ directory }: Pick<Ctx, 'directory'>, session: Session | null): Promise<WhoAmI | null> {
  if (!session) return null
  const { user, membership } = session
  const offices = await officesOf(directory, user.id)
  return { user, officeId: membership?.office.id ?? null, offices }
}
