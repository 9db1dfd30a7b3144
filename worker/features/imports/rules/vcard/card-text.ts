import { chooseCharset } from '../../../inbox/rules/charset.ts'
import { readAs } from '../../../inbox/rules/oem-code-pages.ts'

const IS_QUOTED_PRINTABLE = /^[^:]*QUOTED-PRINTABLE[^:]*:/i

/** The lines of a card, each whole: a space continues a line, and in quoted-printable a `=` at the end does. */
export function unfolded(text: string): string[] {
  const lines: string[] = []
  for (const line of text.split(/\r\n|\n|\r/)) {
    const last = lines.at(-1)
    if (last !== undefined && IS_QUOTED_PRINTABLE.test(last) && last.endsWith('='))
      lines[lines.length - 1] = last.slice(0, -1) + line
    else if (last !== undefined && /^[ \t]/.test(line)) lines[lines.length - 1] = last + line.slice(1)
    else lines.push(line)
  }
  return lines
}

/** Values that stand beside each other; a sign behind a backslash divides nothing. */
export function valuesIn(value: string, sign: ';' | ','): string[] {
  const values = ['']
  for (let at = 0; at < value.length; at++) {
    const letter = value.charAt(at)
    if (letter === sign) values.push('')
    else values[values.length - 1] += letter === '\\' ? letter + value.charAt(++at) : letter
  }
  return values
}

export const unescaped = (value: string) =>
  value.replace(/\\(.)/gs, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign))
export const escaped = (value: string) => value.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n')

/** Bytes that were written as `=C3=A4`, read in their charset. A sign that is none of them stays. */
export function quotedPrintable(value: string, charset: string | null): string {
  const bytes: number[] = []
  const encoder = new TextEncoder()
  for (let at = 0; at < value.length; at++) {
    const hex = value.slice(at + 1, at + 3)
    if (value[at] === '=' && /^[0-9a-f]{2}$/i.test(hex)) {
      bytes.push(Number.parseInt(hex, 16))
      at += 2
    } else bytes.push(...encoder.encode(value.charAt(at)))
  }
  const read = Uint8Array.from(bytes)
  const { label, codePage } = chooseCharset(charset, read)
  const text = new TextDecoder(label).decode(read)
  return codePage === null ? text : readAs(codePage, text)
}
