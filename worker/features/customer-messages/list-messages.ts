import type { z } from 'zod'
import { appointmentById } from '../../../db/queries/appointments.ts'
import { customerMessagesOf, troubledMessages } from '../../../db/queries/customer-messages.ts'
import type { OfficeCtx } from '../../context.ts'
import { notFound } from '../../kernel/refusal.ts'
import { DAY_MS } from '../../kernel/time.ts'
import type { CustomerMessageShown } from './input.ts'
import { MOST_MESSAGES } from './plan-messages.ts'

type Needs = Pick<OfficeCtx, 'db' | 'officeId'>
type Shown = z.infer<typeof CustomerMessageShown>
const MOST_TROUBLED = 50
/** After so long nobody sends it again. */
const TROUBLES_MS = 14 * DAY_MS

/** What was sent around an appointment, what will be, and what was left out and why. */
export async function listMessages(needs: Needs, { id }: { id: string }): Promise<Shown[]> {
  const { db, officeId } = needs
  if (!(await appointmentById(db, officeId, id))) throw notFound('appointment')
  return customerMessagesOf(db, officeId, id, MOST_MESSAGES)
}

/** What could not be sent in the whole office, the newest first. */
export const listTroubled = ({ db, officeId, now }: Needs & Pick<OfficeCtx, 'now'>): Promise<Shown[]> =>
  troubledMessages(db, officeId, new Date(now().getTime() - TROUBLES_MS), MOST_TROUBLED)
