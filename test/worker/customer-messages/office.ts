import { env } from 'cloudflare:workers'
import PostalMime from 'postal-mime'
import { convertIcsCalendar, type IcsCalendar } from 'ts-ics'
import type { OfficeCtx } from '../../../worker/context.ts'
import { sendDue } from '../../../worker/features/customer-messages/send-due.ts'
import { base64Of } from '../../../worker/kernel/base64.ts'
import { consume } from '../../../worker/queue/consumer.ts'
import type { Bookable } from '../../support/bookable.ts'
import { contextWith } from '../../support/inside.ts'
import { eventually } from '../../support/mails.ts'

export const key = () => crypto.randomUUID()
export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS

type SentRow = {
  id: string
  to_address: string
  subject: string
  text: string
  channel: 'email' | 'sms'
  attachments: string
}

/** What this deployment "sent" for an office, the oldest first. */
export async function sentBy(officeId: string): Promise<SentRow[]> {
  const statement = env.DB.prepare('select * from sent_locally where office_id = ? order by sent_at, id')
  return (await statement.bind(officeId).all<SentRow>()).results
}

/** Somebody with a mail address and a phone that nobody else has. */
export async function customerOf({ caller }: Bookable, name: string, has: { email?: boolean; phone?: boolean } = {}) {
  const { email = true, phone = false } = has
  const address = `${crypto.randomUUID()}@guest.test`
  const number = `+49151${String((crypto.getRandomValues(new Uint32Array(1))[0]! % 90_000_000) + 10_000_000)}`
  const { id } = await caller.contacts.create.mutate({
    ...{ name, email: email ? address : null, phone: phone ? number : null },
  })
  return { id, email: address, phone: number }
}

export const messagesOf = ({ caller }: Bookable, id: string) => caller.customerMessages.ofAppointment.query({ id })

/** Waits until nothing of an appointment's messages is on its way, and shows them by event and channel. */
export async function settledOf(office: Bookable, id: string, least = 1) {
  const rows = await eventually(async () => {
    const found = await messagesOf(office, id)
    const isBusy = found.some(({ state }) => state === 'queued' || state === 'sending')
    return found.length >= least && !isBusy && found
  })
  return rows.map(({ event, channel, state }) => `${event} ${channel} ${state}`).toSorted()
}

/**
 * What the sweep does with messages, and the queue with what it leaves, at another time. The rest of the sweep is left
 * out: it would end the sessions of those who test.
 */
export async function sweepAt(at: number, changes: Partial<OfficeCtx> = {}): Promise<void> {
  const left: { officeId: string; id: string }[] = []
  const jobs = { send: async (rows: typeof left) => void left.push(...rows) }
  const ctx = contextWith({ now: () => new Date(at), jobs, ...changes })
  for (const db of ctx.databases()) await sendDue(ctx, db)
  const messages = left.map(({ officeId, id }) => ({
    ...{ id, timestamp: new Date(at), attempts: 1, body: { officeId, jobId: id } },
    ...{ ack: () => undefined, retry: () => undefined },
  }))
  const all = { ackAll: () => undefined, retryAll: () => undefined }
  await consume(ctx, { queue: 'foyer-jobs', messages, ...all } as unknown as MessageBatch)
}

/** The mail as it travels (RFC 2046): its text, and what goes along. */
const rawOf = ({ subject, text }: SentRow, attached: { name: string; type: string; text: string }) =>
  [
    `Subject: ${subject}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=part',
    '',
    '--part',
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '--part',
    `Content-Type: ${attached.type}; name="${attached.name}"`,
    `Content-Disposition: attachment; filename="${attached.name}"`,
    'Content-Transfer-Encoding: base64',
    '',
    base64Of(new TextEncoder().encode(attached.text)),
    '--part--',
    '',
  ].join('\r\n')

/** The calendar that went along with a mail, read by libraries that did not write it. */
export async function calendarIn(row: SentRow): Promise<{ type: string; method: string; calendar: IcsCalendar }> {
  const [attached] = JSON.parse(row.attachments) as { name: string; type: string; text: string }[]
  if (!attached) throw new Error('Nothing went along.')
  const [part] = (await PostalMime.parse(rawOf(row, attached))).attachments
  if (!part) throw new Error('The mail cannot be read.')
  const text = typeof part.content === 'string' ? part.content : new TextDecoder().decode(part.content)
  return { type: part.mimeType, method: part.method ?? '', calendar: convertIcsCalendar(undefined, text) }
}
