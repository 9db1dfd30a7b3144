/** Where calendars may be fetched from besides the public web: tests serve theirs on their own machine. */
export type Allowed = { isLocalAllowed: boolean }
export type FeedAddress = { ok: true; url: string } | { ok: false; why: string }

const LONGEST = 2000
const PRIVATE =
  'This address leads into a private network, where Foyer does not look. Please use the public address of the calendar.'
/** Names that no public server has, and services whose names only stand for an address of any network. */
const PRIVATE_NAMES =
  /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|corp|private|home\.arpa|test|invalid|example|onion)$/
const STAND_INS =
  /(^|\.)(nip\.io|sslip\.io|xip\.io|localtest\.me|lvh\.me|vcap\.me|lacolhost\.com|traefik\.me|local-ip\.(co|medicmobile\.org))$/

/**
 * The address of a calendar, if it may be fetched: https, to a public server. A name is judged by how it reads: a Worker
 * cannot ask beforehand what it resolves to, and reaches no private network of ours in any case.
 */
export function feedAddress(typed: string, { isLocalAllowed }: Allowed): FeedAddress {
  const text = typed.trim().replace(/^webcals?:\/\//i, 'https://')
  if (text.length > LONGEST || !URL.canParse(text))
    return { ok: false, why: 'This is not an address. It begins with https://.' }
  const url = new URL(text)
  const host = url.hostname.toLowerCase().replace(/\.$/, '')
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  if (isLocalAllowed && isWeb && host === '127.0.0.1') return { ok: true, url: url.href }
  if (isWeb && isPrivateHost(host)) return { ok: false, why: PRIVATE }
  if (url.protocol !== 'https:') return { ok: false, why: 'Please use an address that begins with https://.' }
  if (url.username !== '' || url.password !== '')
    return { ok: false, why: 'Please use the calendar’s secret address, without a user name and a password in it.' }
  url.hash = ''
  return { ok: true, url: url.href }
}

/** The host as a URL has it: numbers of any writing are four decimals there already, and IPv6 stands in brackets. */
export function isPrivateHost(host: string): boolean {
  if (host.startsWith('[')) return isPrivateV6(host.slice(1, -1))
  if (/^\d+(\.\d+){3}$/.test(host)) return isPrivateV4(host.split('.').map(Number))
  return !host.includes('.') || PRIVATE_NAMES.test(host) || STAND_INS.test(host)
}

/** By the special addresses of IPv4 (RFC 6890), and all that is no address of one machine. */
function isPrivateV4([a = 0, b = 0, c = 0]: number[]): boolean {
  if (a === 0 || a === 10 || a === 127 || a >= 224) return true
  if (a === 100) return b >= 64 && b < 128
  if (a === 169) return b === 254
  if (a === 172) return b >= 16 && b < 32
  if (a === 192) return b === 168 || (b === 0 && (c === 0 || c === 2)) || (b === 88 && c === 99)
  if (a === 198) return b === 18 || b === 19 || (b === 51 && c === 100)
  return a === 203 && b === 0 && c === 113
}

/** Only 2000::/3 is the public network; within it some carry an address of IPv4, which is judged instead. */
function isPrivateV6(text: string): boolean {
  const words = wordsOf(text)
  const [first = 0, second = 0] = words
  const v4 = (high = 0, low = 0) => isPrivateV4([high >> 8, high & 255, low >> 8, low & 255])
  if (first === 0x64 && second === 0xff9b) return v4(words[6], words[7])
  if (words.slice(0, 5).every((word) => word === 0) && words[5] === 0xffff) return v4(words[6], words[7])
  if (first === 0x2002) return v4(second, words[2])
  const isTeredoOrNoAddress = first === 0x2001 && (second < 0x200 || second === 0xdb8)
  return (first & 0xe000) !== 0x2000 || isTeredoOrNoAddress || first === 0x3fff
}

function wordsOf(text: string): number[] {
  const [before = '', after] = text.split('::')
  const read = (part: string) =>
    part
      .split(':')
      .filter((word) => word !== '')
      .map((word) => Number.parseInt(word, 16))
  const [head, tail] = [read(before), read(after ?? '')]
  return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => 0), ...tail]
}
