import { appointmentById } from '../../../db/queries/appointments.ts'
import { customerMessageById, moveCustomerMessage, triesOf } from '../../../db/queries/customer-messages.ts'
import { noteTexted, stopTexts } from '../../../db/queries/text-numbers.ts'
import type { CustomerMessage } from '../../../db/schema/customer-messages.ts'
import type { OfficeCtx } from '../../context.ts'
import { NotTaken } from '../../kernel/not-taken.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { Stopped } from '../../kernel/stopped.ts'
import { sendJob } from './plan-messages.ts'
import { prepareSending, type Sendable } from './prepare-sending.ts'
import { settled } from './settle.ts'

type Needs = OfficeCtx

/** Over some hours; the message then stands as failed with a button, instead of among the stuck work. */
const MOST_TRIES = 12
const UNCERTAIN = 'The connection broke off while it was sent, so that nobody knows whether it went out.'

/**
 * Sends a message, once. It looks at the appointment again: what was moved, called off or switched off meanwhile is left
 * out. Where nobody knows whether it went out, a member decides, or the carrier's later word does.
 */
export async function sendCustomerMessage(
  needs: Needs,
  { messageId, sending, isAsked = false }: { messageId: string; sending: number; isAsked?: boolean },
): Promise<void> {
  const row = await customerMessageById(needs.db, needs.officeId, messageId)
  if (row?.sending !== sending || (row.state !== 'queued' && row.state !== 'sending')) return
  const carrier = row.channel === 'email' ? needs.mail : needs.phone
  if (row.state === 'sending' && !carrier.recognisesRepeats)
    return settled(needs, row, { state: 'unknown', why: UNCERTAIN })
  const prepared = await prepareSending(needs, row, isAsked)
  if (prepared.what === 'skip') return settled(needs, row, { state: 'skipped', why: prepared.why })
  if (prepared.what === 'wait')
    return settled(needs, row, { state: 'planned', why: null, dueAt: prepared.until, sending: sending + 1 })
  await carryOut(needs, row, prepared, isAsked)
}

async function carryOut(needs: Needs, row: CustomerMessage, sendable: Sendable, isAsked: boolean): Promise<void> {
  const { db, officeId, directory, log } = needs
  const { to, letter } = sendable
  // It says `sending` while the carrier has it, so that an interruption shows afterwards.
  const words = { to, subject: letter.subject, text: letter.text }
  await moveCustomerMessage(db, officeId, row.id, ['queued', 'sending'], { state: 'sending', ...words })
  // Whoever cancels now sees that this is being sent, and tells them; whoever did just before is seen here.
  const appointment = await appointmentById(db, officeId, row.appointmentId)
  if (appointment?.deskVersion !== sendable.deskVersion) {
    await settled(needs, row, { state: 'queued', why: null })
    return sendCustomerMessage(needs, { messageId: row.id, sending: row.sending, isAsked })
  }
  if (row.channel === 'sms') await noteTexted(directory, to, officeId, row.id)
  try {
    await handOver(needs, row, sendable)
  } catch (error) {
    if (error instanceof Refusal || error instanceof Stopped) {
      if (error instanceof Stopped) await stopTexts(directory, to, needs.now())
      return settled(needs, row, { state: 'failed', why: error.message })
    }
    const carrier = row.channel === 'email' ? needs.mail : needs.phone
    if (error instanceof NotTaken || carrier.recognisesRepeats) return tryLater(needs, row, error)
    log.fault('message_uncertain', error, { messageId: row.id })
    return settled(needs, row, { state: 'unknown', why: UNCERTAIN })
  }
  await settled(needs, row, { state: 'sent', why: null })
}

/** The queue tries again while it has patience; then it has failed. */
async function tryLater(needs: Needs, row: CustomerMessage, error: unknown): Promise<void> {
  const tries = await triesOf(needs.db, needs.officeId, sendJob(needs, row).id)
  if ((tries?.attempts ?? 0) >= MOST_TRIES)
    return settled(needs, row, { state: 'failed', why: 'It could not be handed over in many tries.' })
  await settled(needs, row, { state: 'queued', why: 'It could not be handed over yet and is tried again.' })
  throw error
}

async function handOver({ mail, phone, office, officeId }: Needs, row: CustomerMessage, { to, letter }: Sendable) {
  const sendId = `appointment-${row.id}.${row.sending}`
  const { subject, text, replyTo, attachments } = letter
  if (row.channel === 'sms') return phone.send({ sendId, officeId, messageId: row.id, to, text })
  const headers = { 'Auto-Submitted': 'auto-generated' }
  return mail.send({ sendId, officeId, fromName: office.name, to, replyTo, subject, text, headers, attachments })
}
