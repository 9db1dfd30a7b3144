import { officesOf, openInSession } from '../../../db/queries/office.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { AccountCtx } from '../../trpc/procedures.ts'

/** Opens another of one's own offices in this session. */
export async function switchOffice({ ctx: { directory }, session }: AccountCtx, input: { officeId: string }) {
  const mine = await officesOf(directory, session.user.id)
  const office = mine.find(({ id }) => id === input.officeId)
  if (!office) throw notFound('office')
  await openInSession(directory, session.sessionId, office.id)
  return { officeId: office.id, slug: office.slug }
}
