const CONTENT_TYPE = /^content-type[ \t]*:(.*(?:\r?\n[ \t].*)*)/im
const TRANSFER_ENCODING = /^content-transfer-encoding[ \t]*:[ \t]*"?([\w-]+).*(?:\r?\n[ \t].*)*/im
const ATTACHED = /^content-disposition[ \t]*:[ \t]*attachment/im
const BOUNDARY = /[;\s]boundary=(?:"([^"\r\n]{1,200})"|([^\s";]{1,200}))/i

/** The value of a part's Content-Type, '' if it has none. The first one counts, as it does for the parser. */
export const contentTypeOf = (header: string) => CONTENT_TYPE.exec(header)?.[1]?.trim() ?? ''

/** How a part's body is encoded, in lower case, '' if nothing is said. */
export const transferEncodingOf = (header: string) => TRANSFER_ENCODING.exec(header)?.[1]?.toLowerCase() ?? ''

/** The words between the parts of a multipart; null for a part that has no parts. */
export function boundaryOf(header: string): string | null {
  const type = contentTypeOf(header)
  const match = /^multipart\//i.test(type) ? BOUNDARY.exec(type) : null
  return match?.[1] ?? match?.[2] ?? null
}

/** A mail inside a mail that the parser opens; one that is a file, or encoded, is left alone. */
export const isInlineMessage = (header: string) =>
  /^message\/rfc822/i.test(contentTypeOf(header)) && !ATTACHED.test(header) && !isEncoded(header)

const isEncoded = (header: string) => /^(?:base64|quoted-printable)$/.test(transferEncodingOf(header))

/** The same header with another Content-Type, or with its first one. */
export const withContentType = (header: string, type: string) =>
  CONTENT_TYPE.test(header)
    ? header.replace(CONTENT_TYPE, () => `Content-Type: ${type}`)
    : `Content-Type: ${type}\r\n${header}`

/** The same header with another transfer encoding, or with its first one. */
export const withTransferEncoding = (header: string, encoding: string) =>
  TRANSFER_ENCODING.test(header)
    ? header.replace(TRANSFER_ENCODING, () => `Content-Transfer-Encoding: ${encoding}`)
    : `Content-Transfer-Encoding: ${encoding}\r\n${header}`
