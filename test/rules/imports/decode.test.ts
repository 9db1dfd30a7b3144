import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvRows } from '../../../worker/features/imports/rules/csv-rows.ts'
import { decodedAs, detectEncoding } from '../../../worker/features/imports/rules/decode.ts'

const TEXT = 'Jürgen Müller, Straße, Köln; José Núñez, Françoise Lefèvre, Bjørn Åkesson, Größe'
type OneByte = Parameters<typeof decodedAs>[0]

/** The text in an encoding of one byte a letter, by asking which byte reads as each letter. */
function written(text: string, encoding: OneByte): Uint8Array<ArrayBuffer> {
  const letters = new Map(Array.from({ length: 256 }, (_, byte) => [decodedAs(encoding, Uint8Array.of(byte)), byte]))
  return Uint8Array.from(text, (letter) => letters.get(letter) ?? 0x3f)
}
const wide = (text: string) => new Uint8Array(Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer)

describe('what a file is written in', () => {
  it.each(['windows-1252', 'macintosh', 'ibm850'] as const)('%s is told by its words', (encoding) => {
    expect(detectEncoding(written(TEXT, encoding))).toBe(encoding)
  })
  it('central European and Cyrillic Windows are told by their letters', () => {
    expect(detectEncoding(written('Łukasz Wiśniewski, Świętosława Żółć, Dvořák, Němcová', 'windows-1250'))).toBe(
      'windows-1250',
    )
    expect(detectEncoding(written('Иван Петров, Москва, Ольга Сидорова', 'windows-1251'))).toBe('windows-1251')
  })
  it('Unicode is told by its form', () => {
    expect(detectEncoding(new TextEncoder().encode(TEXT))).toBe('utf-8')
    expect(detectEncoding(wide(`\ufeff${TEXT}`))).toBe('utf-16le')
    expect(detectEncoding(wide(TEXT))).toBe('utf-16le')
  })
  it('is UTF-8 for every text in it, even cut off', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), (text, cut) => {
        const bytes = new TextEncoder().encode(text.replaceAll('\0', ''))
        expect(detectEncoding(bytes.subarray(0, bytes.length - (cut % 3)))).toBe('utf-8')
      }),
    )
  })
})

describe('a file in three encodings', () => {
  it('is read cell by cell, nothing is lost, and the rows in other letters are told', () => {
    const lines = [
      written('Jürgen Müller;Köln\n', 'windows-1252'),
      new TextEncoder().encode('Jürgen Müller;Köln\n'),
      written('Jürgen Müller;Köln\n', 'ibm850'),
      written('Jürgen Müller;Köln\n', 'macintosh'),
      new TextEncoder().encode('Ann;Bonn\n'),
    ]
    const file = Uint8Array.from(lines.flatMap((line) => [...line]))
    const reader = csvRows(';', 'windows-1252', 0)
    const rows = [...reader.push(file), ...reader.end()]
    expect(rows.slice(0, 4).map(({ cells }) => cells)).toEqual(Array(4).fill(['Jürgen Müller', 'Köln']))
    expect(rows.map(({ isGuessed }) => isGuessed)).toEqual([false, true, true, true, false])
  })
})
