import { z } from 'zod'
import { addRow } from '../../../db/queries/acts.ts'
import { appointmentById } from '../../../db/queries/appointments.ts'
import { contactsAt } from '../../../db/queries/contacts.ts'
import { agreeByMessage, customerMessageById, insertLineOnce } from '../../../db/queries/customer-messages.ts'
import { inboundById, markFiled } from '../../../db/queries/inbound.ts'
import { alone, commit, joined, type Plan } from '../../../db/queries/plan.ts'
import { startTexts, stopTexts, textNumber } from '../../../db/queries/text-numbers.ts'
import type { Inbound } from '../../../db/schema/inbox.ts'
import type { OfficeCtx } from '../../context.ts'
import { oneLine, shorten } from '../../kernel/text.ts'
import { answerOf } from './rules/answer-of.ts'
import { notWanted } from './rules/still-wanted.ts'

type Needs = Pick<OfficeCtx, 'db' | 'directory' | 'officeId' | 'files' | 'now' | 'desk'>
const Fields = z.object({ Body: z.string().default('') })
const TITLE_LENGTH = 300

/**
 * Reads a text that a customer sent us: “C” confirms the appointment that we wrote of last, STOP and START are kept, and
 * whatever else it says stands in the timeline of whoever sent it. Run again it does nothing more.
 */
export async function readText(needs: Needs, inboundId: string): Promise<void> {
  const { db, directory, officeId, files, now, desk } = needs
  const inbound = await inboundById(db, officeId, inboundId)
  if (inbound?.status !== 'stored') return
  const file = await files.get(inbound.rawKey)
  if (!file) throw new Error('The text that was stored is not there.')
  const { Body: text } = Fields.parse(await new Response(file.body).json())
  const phone = inbound.envelopeFrom
  const number = await textNumber(directory, phone)
  const said = answerOf(text, number?.stoppedAt != null)
  if (said === 'stop') await stopTexts(directory, phone, now())
  if (said === 'start') await startTexts(directory, phone)
  const [contact] = await contactsAt(db, officeId, 'phone', phone)
  const contactId = contact?.id ?? null
  const agreed = said === 'confirm' ? await agreement(needs, inbound, number?.lastMessageId ?? null) : null
  const plan = joined(
    agreed ?? alone((db) => [insertLineOnce(db, { ...wrote(inbound, text), officeId, contactId })]),
    said === 'stop' || said === 'start' ? planWish(needs, inbound, contactId, said === 'start') : alone(() => []),
    alone((db) => [markFiled(db, officeId, inboundId, inboundId)]),
  )
  await commit(db, plan)
  await desk.announce([
    ...plan.changes,
    ...(contactId ? [{ topic: 'contact' as const, ids: [contactId], by: null }] : []),
  ])
}

const wrote = ({ id, createdAt }: Inbound, text: string) => ({
  ...{ id, at: createdAt, kind: 'text_received' as const, entityId: id, by: { kind: 'customer' as const } },
  title: shorten(oneLine(text), TITLE_LENGTH),
})

/** That they will come, to the appointment that our last text to them spoke of; null where that is over or changed. */
async function agreement(needs: Needs, inbound: Inbound, messageId: string | null): Promise<Plan | null> {
  const { db, officeId, now } = needs
  const message = messageId === null ? null : await customerMessageById(db, officeId, messageId)
  const appointment = message && (await appointmentById(db, officeId, message.appointmentId))
  if (!message || !appointment) return null
  const { status, startsAt, contactId } = appointment
  const told = { event: 'reminder' as const, startsAt: message.startsAt.getTime() }
  if (notWanted(told, { status, startsAt: startsAt?.getTime() ?? null }, now().getTime())) return null
  const line = {
    ...{ officeId, id: inbound.id, contactId, at: inbound.createdAt, kind: 'appointment_agreed' as const },
    ...{ entityId: appointment.id, title: appointment.title, by: { kind: 'customer' as const } },
  }
  return {
    write: (db) => [agreeByMessage(db, officeId, message.id, inbound.createdAt), insertLineOnce(db, line)],
    effects: [],
    changes: [{ topic: 'appointment', ids: [appointment.id], by: null }],
  }
}

/** What they allow from now on, as it stands with the contact. */
function planWish({ officeId, now }: Needs, inbound: Inbound, contactId: string | null, isGiven: boolean): Plan {
  if (contactId === null) return alone(() => [])
  const row = {
    ...{ id: inbound.id, contactId, channel: 'sms', isGiven, at: now().getTime(), by: { kind: 'customer' } },
    evidence: `Their text message: ${isGiven ? 'START' : 'STOP'}`,
  }
  return alone((db) => [addRow(db, officeId, 'consents', row)])
}
