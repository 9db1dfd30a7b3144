import { signStandardWebhook } from '../../worker/http/webhooks/signatures/standard-webhook.ts'

export type Inbox = { key: string; secret: string }

/** The headers that open the generic door for this body. */
export async function signedHeaders({ secret }: Inbox, body: Uint8Array, contentType: string, nowMs = Date.now()) {
  const signed = await signStandardWebhook({ secret, id: crypto.randomUUID(), nowMs, body })
  return { ...signed, 'content-type': contentType }
}

/** Posts a raw mail to the generic door of a running server, signed as the office's secret demands. */
export async function postMail(url: string, inbox: Inbox, raw: Uint8Array<ArrayBuffer>): Promise<Response> {
  const headers = await signedHeaders(inbox, raw, 'message/rfc822')
  return fetch(`${url}/hooks/email/generic/${inbox.key}`, { method: 'POST', headers, body: raw })
}

/** Hands a mail to the server as Cloudflare Email Routing does, by its envelope. */
export const routeMail = (url: string, { from, to }: { from: string; to: string }, raw: Uint8Array<ArrayBuffer>) =>
  fetch(`${url}/cdn-cgi/local/email?${new URLSearchParams({ from, to })}`, { method: 'POST', body: raw })
