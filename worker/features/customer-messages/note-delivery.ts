import { customerMessageById } from '../../../db/queries/customer-messages.ts'
import type { OfficeCtx } from '../../context.ts'
import { type MessageState, mayBecome } from './rules/delivery.ts'
import { settled } from './settle.ts'

type Needs = Pick<OfficeCtx, 'db' | 'officeId' | 'now' | 'desk'>

/** The carrier's word on a text. It comes late, twice and in any order, so that it only ever leads upwards. */
export async function noteDelivery(
  needs: Needs,
  { messageId, state, why }: { messageId: string; state: MessageState; why: string | null },
): Promise<void> {
  const row = await customerMessageById(needs.db, needs.officeId, messageId)
  if (row?.channel !== 'sms' || !mayBecome(row.state, state)) return
  await settled(needs, row, { state, why })
}
