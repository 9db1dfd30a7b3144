import { exports } from 'cloudflare:workers'
import { signStandardWebhook } from '../../worker/http/webhooks/signatures/standard-webhook.ts'
import { ORIGIN, type Person } from './people.ts'

const encoder = new TextEncoder()

type Letter = {
  from?: string
  to?: string
  subject?: string
  text: string
  messageId?: string
  date?: string
  headers?: string[]
}

/** A plain mail as it travels: RFC 5322, lines ended by CRLF. */
export const rawMail = ({ from, to, subject, text, messageId, date, headers = [] }: Letter) =>
  new Uint8Array(
    encoder.encode(
      [
        `From: ${from ?? 'Ann Archer <ann@customer.test>'}`,
        `To: ${to ?? 'office@foyer.test'}`,
        `Subject: ${subject ?? 'Hello'}`,
        `Date: ${date ?? 'Mon, 02 Mar 2026 09:30:00 +0100'}`,
        `Message-ID: <${messageId ?? `${crypto.randomUUID()}@customer.test`}>`,
        ...(headers.some((header) => /^content-type:/i.test(header))
          ? []
          : ['Content-Type: text/plain; charset=utf-8']),
        ...headers,
        '',
        text,
      ].join('\r\n'),
    ),
  )

/** A mail of exactly so many bytes. */
export function mailOfSize(bytes: number, subject: string): Uint8Array<ArrayBuffer> {
  const line = `${'x'.repeat(70)}\r\n`
  const head = rawMail({ subject, text: '' })
  const filled = new Uint8Array(bytes)
  filled.set(
    encoder.encode(line.repeat(Math.ceil((bytes - head.length) / line.length)).slice(0, bytes - head.length)),
    head.length,
  )
  filled.set(head)
  return filled
}

/** An office's first inbox, as its owner sees it in the settings. */
export async function inboxOf(owner: Person) {
  const [inbox] = await owner.caller.office.inbound.query()
  if (!inbox?.hooks) throw new Error('The office has no inbox, or this person does not own it.')
  return { key: inbox.key, secret: inbox.hooks.secret }
}

export type Inbox = { key: string; secret: string }

/** Posts a raw mail to the generic door, signed as the office's secret demands. */
export async function postMail(inbox: Inbox, raw: Uint8Array<ArrayBuffer>, contentType = 'message/rfc822') {
  const headers = await signedHeaders(inbox, raw, contentType)
  return exports.default.fetch(`${ORIGIN}/hooks/email/generic/${inbox.key}`, { method: 'POST', headers, body: raw })
}

/** The headers that open the generic door for this body. */
export async function signedHeaders({ secret }: Inbox, body: Uint8Array, contentType: string, nowMs = Date.now()) {
  const signed = await signStandardWebhook({ secret, id: crypto.randomUUID(), nowMs, body })
  return { ...signed, 'content-type': contentType }
}

const PATIENCE_MS = 20_000
const PAUSE_MS = 20

/** Asks again until there is an answer, because the queue works beside the test. */
export async function eventually<T>(ask: () => Promise<T | null | undefined | false>): Promise<T> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; ) {
    const answer = await ask()
    if (answer) return answer
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  throw new Error('It did not happen in time.')
}

/** The conversation of this subject, with its messages, once every mail in it was understood. */
export const understood = (person: Person, subject: string) =>
  eventually(async () => {
    const { rows } = await person.caller.inbox.conversations.query({ text: subject.slice(0, 90) })
    const row = rows.find((each) => each.subject === subject)
    const shown = row && (await person.caller.inbox.conversation.query({ id: row.id }))
    return shown?.messages.every(({ direction, intake }) => direction === 'out' || intake !== null) && shown
  })
