import { countsOf } from '../../../db/queries/appointments.ts'
import type { OfficeCtx } from '../../context.ts'
import { Refusal } from '../../kernel/refusal.ts'

/** An appointment in the trash would go on taking its time, where nobody sees it: it has to be called off first. */
export async function insistOnNothingAhead(
  { db, officeId, now }: Pick<OfficeCtx, 'db' | 'officeId' | 'now'>,
  contactId: string,
): Promise<void> {
  const ahead = (await countsOf(db, officeId, contactId, now())).filter(({ isComing }) => isComing)
  if (ahead.length > 0)
    throw new Refusal(
      'conflict',
      'There is still an appointment ahead. Please cancel it first, or move it to somebody else.',
    )
}
