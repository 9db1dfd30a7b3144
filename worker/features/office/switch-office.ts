import { officesOf, openInSession } from '../../../db/queries/office.ts'
import type { Ctx } from '../../context.ts'
import type { Session } from '../../http/session.ts'
import { notFound } from '../../kernel/refusal.ts'

type Asking = { ctx: Pick<Ctx, 'directory'>; session: Session }

/** Opens another of one's own offices in this session. */
export async function switchOffice({ ctx: { directory }, session }: Asking, input: { officeId: string }) {
  const mine = await officesOf(directory, session.user.id)
  const office = mine.find(({ id }) => id === input.officeId)
  if (!office) throw notFound('office')
  await openInSession(directory, session.sessionId, office.id)
  return { officeId: office.id, slug: office.slug }
}
