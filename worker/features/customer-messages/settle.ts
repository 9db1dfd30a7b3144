import { appointmentById } from '../../../db/queries/appointments.ts'
import { insertLineOnce, moveCustomerMessage } from '../../../db/queries/customer-messages.ts'
import { alone, commit } from '../../../db/queries/plan.ts'
import type { CustomerMessage } from '../../../db/schema/customer-messages.ts'
import type { OfficeCtx } from '../../context.ts'
import type { MessageState } from './rules/delivery.ts'
import { CHANNEL_NAMES, EVENT_NAMES } from './rules/event-names.ts'

type Needs = Pick<OfficeCtx, 'db' | 'officeId' | 'now' | 'desk'>
type Outcome = { state: MessageState; why: string | null; dueAt?: Date; sending?: number }

const WENT_OUT: readonly MessageState[] = ['sent', 'delivered']

/** Writes down what became of a message, with a line in the contact's timeline where it went out, and tells the screens. */
export async function settled(needs: Needs, row: CustomerMessage, outcome: Outcome): Promise<void> {
  const { db, officeId, now, desk } = needs
  const { id, appointmentId } = row
  const isOut = WENT_OUT.includes(outcome.state)
  const appointment = isOut ? await appointmentById(db, officeId, appointmentId) : null
  const from: MessageState[] = ['queued', 'sending', 'unknown', 'sent', 'failed']
  const line = appointment && lineOf(row, appointment.contactId, now())
  const fields = { ...outcome, ...(isOut ? { sentAt: row.sentAt ?? now() } : {}) }
  await commit(
    db,
    alone((db) => [
      moveCustomerMessage(
        db,
        officeId,
        id,
        from.filter((state) => state !== outcome.state || state === 'queued'),
        fields,
      ),
      ...(line ? [insertLineOnce(db, { officeId, ...line })] : []),
    ]),
  )
  const contactId = appointment?.contactId
  await desk.announce([
    { topic: 'appointment', ids: [appointmentId], by: null },
    ...(contactId ? [{ topic: 'contact' as const, ids: [contactId], by: null }] : []),
  ])
}

const lineOf = (row: CustomerMessage, contactId: string | null, at: Date) => ({
  ...{ id: `${row.id}.${row.sending}`, contactId, at, kind: 'appointment_told' as const, entityId: row.appointmentId },
  title: `${EVENT_NAMES[row.event]}, by ${CHANNEL_NAMES[row.channel]}`,
  by: { kind: 'desk' as const },
})
