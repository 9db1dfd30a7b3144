const encoder = new TextEncoder()

export type Letter = {
  from?: string
  to?: string
  subject?: string
  text: string
  type?: 'text/plain' | 'text/html'
  messageId?: string
  headers?: string[]
}

/** A simple mail as it travels: RFC 5322, lines ended by CRLF. */
export const rawMail = ({ from, to, subject, text, type, messageId, headers = [] }: Letter) =>
  new Uint8Array(
    encoder.encode(
      [
        `From: ${from ?? 'Ann Archer <ann@customer.test>'}`,
        `To: ${to ?? 'office@foyer.test'}`,
        `Subject: ${subject ?? 'Hello'}`,
        'Date: Mon, 02 Mar 2026 09:30:00 +0100',
        `Message-ID: <${messageId ?? `${crypto.randomUUID()}@customer.test`}>`,
        `Content-Type: ${type ?? 'text/plain'}; charset=utf-8`,
        ...headers,
        '',
        text,
      ].join('\r\n'),
    ),
  )
