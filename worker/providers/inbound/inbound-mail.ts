/** A message as every door hands it on: who the sender's server said it was from and to, and the whole of it. */
export type InboundMail = {
  /** MAIL FROM; empty for bounces, and when the vendor does not say. */
  envelopeFrom: string
  /** RCPT TO; empty when the vendor does not say. */
  envelopeTo: string[]
  /** RFC 5322, as received or composed from what the vendor took apart. */
  raw: Uint8Array
}

/** A payload in our words, or that it is not one. */
export type InboundReading = { ok: true; mail: InboundMail } | { ok: false; why: 'malformed' }

/** The bare addresses in a header such as `"Ann" <ann@example.com>, bob@example.com`. Linear; for the record only. */
export const addressesIn = (header: string) =>
  header
    .split(',')
    .map(bareAddress)
    .filter((address) => address.includes('@'))

function bareAddress(entry: string): string {
  const open = entry.lastIndexOf('<')
  const close = entry.indexOf('>', open)
  return (open >= 0 && close > open ? entry.slice(open + 1, close) : entry).trim()
}
