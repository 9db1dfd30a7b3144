import { z } from 'zod'
import { stopTexts, textNumber } from '../../../db/queries/text-numbers.ts'
import type { Ctx } from '../../context.ts'
import { acceptText } from '../../features/customer-messages/accept-text.ts'
import { noteDelivery } from '../../features/customer-messages/note-delivery.ts'
import type { MessageState } from '../../features/customer-messages/rules/delivery.ts'
import { officeContextOf } from '../../features/office/open-office.ts'
import { OfficeId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { STOPPED_CODE, sentenceOfTwilio } from '../../providers/twilio/error-words.ts'
import type { HttpContext } from '../app.ts'
import { readCapped } from './read-capped.ts'
import { twilioSignature } from './signatures/twilio.ts'

/** Far more than a text of 1,600 letters with all that Twilio says of it. */
const LARGEST_BYTES = 64 * 1024

const unsigned = () => new Refusal('unauthenticated', 'This request is not signed by Twilio.')

const Text = z.object({
  MessageSid: z.string().min(1).max(64),
  From: z.string().min(1).max(64),
  To: z.string().max(64),
})
const Delivery = z.object({
  MessageStatus: z.string().max(40),
  ErrorCode: z.coerce.number().optional(),
  To: z.string().max(64),
})
/** Of our own making, and signed with the rest of the address. */
const Which = z.object({ office: OfficeId, message: z.string().max(300) })

const STATES: Record<string, MessageState> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  failed: 'failed',
  undelivered: 'failed',
  canceled: 'failed',
}

/** `POST /hooks/sms/twilio`: what customers write to our number, and what became of what we wrote to them. */
export async function twilioDoor(c: HttpContext): Promise<Response> {
  const read = await readCapped(c.req.raw.body, LARGEST_BYTES)
  if (!read.ok) throw new Refusal('too_large', 'This is larger than any text message.')
  const fields = new URLSearchParams(new TextDecoder().decode(read.bytes))
  await insistOnSignature(c, fields)
  const all = Object.fromEntries(fields)
  const which = Which.safeParse(c.req.query())
  if (which.success) await delivered(c.get('ctx'), which.data, Delivery.parse(all))
  else await received(c.get('ctx'), all)
  return c.body('<Response/>', 200, { 'content-type': 'text/xml' })
}

async function insistOnSignature(c: HttpContext, fields: URLSearchParams): Promise<void> {
  const authToken = c.env.TWILIO_AUTH_TOKEN
  if (!authToken) throw unsigned()
  // The address that Twilio knows: behind a proxy the request's own may name another host.
  const { pathname, search } = new URL(c.req.url)
  const url = `${c.env.PUBLIC_URL}${pathname}${search}`
  const verdict = await twilioSignature({ authToken, headers: c.req.raw.headers, url, fields })
  if (!verdict.ok) throw unsigned()
}

async function delivered(ctx: Ctx, which: z.infer<typeof Which>, told: z.infer<typeof Delivery>): Promise<void> {
  if (told.ErrorCode === STOPPED_CODE) await stopTexts(ctx.directory, told.To, ctx.now())
  const state = STATES[told.MessageStatus]
  const needs = state && (await officeContextOf(ctx, which.office))
  if (!needs) return
  const why = state === 'failed' ? sentenceOfTwilio(told.ErrorCode ?? null) : null
  await noteDelivery(needs, { messageId: which.message, state, why })
}

/** It belongs to the office that wrote to this number last. A number that none ever wrote to is nobody's customer. */
async function received(ctx: Ctx, all: Record<string, string>): Promise<void> {
  const text = Text.safeParse(all)
  if (!text.success) throw new Refusal('invalid', 'This is neither a text message nor a word on one.')
  const { MessageSid: id, From: from, To: to } = text.data
  const number = await textNumber(ctx.directory, from)
  const needs = number?.lastOfficeId ? await officeContextOf(ctx, number.lastOfficeId) : null
  if (!needs) return ctx.log.note('text_of_nobody', { id })
  await acceptText(needs, { id, from, to, fields: all })
}
