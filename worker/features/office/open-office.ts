import { officeById } from '../../../db/queries/office.ts'
import type { Ctx, OfficeCtx } from '../../context.ts'
import type { OfficeId } from '../../kernel/ids.ts'

/** The wiring for one office, for work that nobody is signed in for. Null: there is no such office any more. */
export async function officeContextOf(ctx: Ctx, officeId: OfficeId): Promise<OfficeCtx | null> {
  const office = await officeById(ctx.directory, officeId)
  return office && ctx.forOffice(office)
}
