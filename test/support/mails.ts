import { exports } from 'cloudflare:workers'
import { signStandardWebhook } from '../../worker/http/webhooks/signatures/standard-webhook.ts'
import { ORIGIN, type Person } from './people.ts'

const encoder = new TextEncoder()

type Letter = { from?: string; to?: string; subject?: string; text: string; messageId?: string; headers?: string[] }

/** A plain mail as it travels: RFC 5322, lines ended by CRLF. */
export const rawMail = ({ from, to, subject, text, messageId, headers = [] }: Letter) =>
  new Uint8Array(
    encoder.encode(
      [
        `From: ${from ?? 'Ann Archer <ann@customer.test>'}`,
        `To: ${to ?? 'office@foyer.test'}`,
        `Subject: ${subject ?? 'Hello'}`,
        'Date: Mon, 02 Mar 2026 09:30:00 +0100',
        `Message-ID: <${messageId ?? `${crypto.randomUUID()}@customer.test`}>`,
        'Content-Type: text/plain; charset=utf-8',
        ...headers,
        '',
        text,
      ].join('\r\n'),
    ),
  )

/** An office's first inbox, as its owner sees it in the settings. */
export async function inboxOf(owner: Person) {
  const [inbox] = await owner.caller.office.inbound.query()
  if (!inbox?.hooks) throw new Error('The office has no inbox, or this person does not own it.')
  return { key: inbox.key, secret: inbox.hooks.secret }
}

type Inbox = { key: string; secret: string }

/** Posts a raw mail to the generic door, signed as the office's secret demands. */
export async function postMail(inbox: Inbox, raw: Uint8Array<ArrayBuffer>, contentType = 'message/rfc822') {
  const signed = await signStandardWebhook({
    secret: inbox.secret,
    id: crypto.randomUUID(),
    nowMs: Date.now(),
    body: raw,
  })
  const headers = { ...signed, 'content-type': contentType }
  return exports.default.fetch(`${ORIGIN}/hooks/email/generic/${inbox.key}`, { method: 'POST', headers, body: raw })
}

const PATIENCE_MS = 10_000
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
