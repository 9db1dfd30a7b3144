const encoder = new TextEncoder()

export type Letter = {
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
