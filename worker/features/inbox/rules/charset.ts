import type { CodePage } from './oem-code-pages.ts'

/** What a part's bytes will be read as. `note` says when that is a guess, `codePage` when a second step is needed. */
export type CharsetChoice = { label: string; note: string | null; codePage: CodePage | null }

/** Labels that mail programs write and the Encoding Standard does not list, with the encoding that reads them. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['cp949', 'euc-kr'],
  ['uhc', 'euc-kr'],
  ['euckr', 'euc-kr'],
  ['cp932', 'shift_jis'],
  ['shiftjis', 'shift_jis'],
  ['eucjp', 'euc-jp'],
  ['iso-2022-jp-ms', 'iso-2022-jp'],
  ['iso-2022-jp-1', 'iso-2022-jp'],
  ['iso-2022-jp-2', 'iso-2022-jp'],
  ['iso-2022-jp-3', 'iso-2022-jp'],
  ['iso-2022-jp-2004', 'iso-2022-jp'],
  ['cp50220', 'iso-2022-jp'],
  ['cp50221', 'iso-2022-jp'],
  ['cp936', 'gbk'],
  ['cp950', 'big5'],
  ['tis620', 'windows-874'],
  ['utf8mb4', 'utf-8'],
  ['ansi', 'windows-1252'],
])

const CODE_PAGES: ReadonlyMap<string, CodePage> = new Map([
  ['cp437', 'ibm437'],
  ['ibm437', 'ibm437'],
  ['cspc8codepage437', 'ibm437'],
  ['cp850', 'ibm850'],
  ['ibm850', 'ibm850'],
  ['cspc850multilingual', 'ibm850'],
])

/** Encodings that nothing here reads: their text is shown as it came, and said to be unreadable. */
const UNREADABLE: ReadonlySet<string> = new Set([
  'utf-7',
  'unicode-1-1-utf-7',
  'hz-gb-2312',
  'iso-2022-kr',
  'iso-2022-cn',
  'iso-2022-cn-ext',
])

const LATIN_1: ReadonlySet<string> = new Set(['iso-8859-1', 'latin1', 'windows-1252'])
/** Labels that promise little: whether the bytes are UTF-8 is better known from the bytes. */
const WEAK: ReadonlySet<string> = new Set(['utf-8', 'utf8', 'us-ascii', 'ascii', ...LATIN_1])
const FALLBACK = 'windows-1252'
/** What switches ISO-2022-JP to its two-byte letters. */
const JAPANESE_ESCAPES = ['\u001b$@', '\u001b$B']

/** Chooses how to read a part's `bytes` (a sample from its start), whatever its charset `label` claims. */
export function chooseCharset(label: string | null, bytes: Uint8Array): CharsetChoice {
  const claimed = (label ?? 'utf-8').trim().toLowerCase()
  const codePage = CODE_PAGES.get(claimed)
  if (codePage !== undefined) return { label: 'x-user-defined', note: null, codePage }
  if (UNREADABLE.has(claimed))
    return choice('us-ascii', `The text is written in ${claimed}, which cannot be read here.`)
  const known = ALIASES.get(claimed) ?? claimed
  if (isDecodable(known) && !WEAK.has(known)) return choice(known, null)
  const found = sniffed(bytes)
  if (found === 'ascii') return choice(isDecodable(known) ? known : 'utf-8', null)
  if (isSame(found, known)) return choice(known, null)
  return choice(
    found,
    `The text claims ${label === null ? 'no charset' : `the charset ${claimed}`}; it was read as ${found}.`,
  )
}

const choice = (label: string, note: string | null): CharsetChoice => ({ label, note, codePage: null })

/** Latin-1 is read as its superset windows-1252 anyway (WHATWG Encoding, section 4.2). */
const isSame = (found: string, known: string) =>
  found === FALLBACK ? LATIN_1.has(known) : found === 'utf-8' && known.startsWith('utf')

/** What the bytes look like. Text of several bytes a letter is hardly ever valid UTF-8 by accident. */
function sniffed(bytes: Uint8Array): string {
  const isAscii = bytes.every((byte) => byte < 0x80)
  if (!isAscii) return isUtf8(bytes) ? 'utf-8' : FALLBACK
  const text = new TextDecoder().decode(bytes)
  return JAPANESE_ESCAPES.some((mark) => text.includes(mark)) ? 'iso-2022-jp' : 'ascii'
}

/** Whether the bytes are UTF-8; a letter that the end of the sample cuts in two does not count against them. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true })
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

function isDecodable(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== 'replacement'
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
