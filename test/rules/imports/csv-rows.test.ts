import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellsOf, detectSeparator, type Separator } from '../../../worker/features/imports/rules/cells.ts'
import { csvRows } from '../../../worker/features/imports/rules/csv-rows.ts'
import type { Encoding } from '../../../worker/features/imports/rules/decode.ts'
import type { FileRow, RowReader } from '../../../worker/features/imports/rules/file-row.ts'
import { csvLine } from '../../../worker/kernel/csv.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

/** Reads a file in pieces, and anew where the reader asks for that. */
function read(
  file: Uint8Array,
  { size = 7, separator = ',' as Separator, encoding = 'utf-8' as Encoding } = {},
): FileRow[] {
  const rows: FileRow[] = []
  for (let from: number | null = 0; from !== null; ) {
    const reader: RowReader = csvRows(separator, encoding, from)
    for (let at = from; at < file.length && reader.reopenAt === null; at += size)
      rows.push(...reader.push(file.subarray(at, at + size)))
    if (reader.reopenAt === null) rows.push(...reader.end())
    from = reader.reopenAt
  }
  return rows
}
const cells = (text: string, more = {}) => read(bytes(text), more).map((row) => row.cells)

describe('rows of a table', () => {
  it.each([
    [
      'plain ones',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'without a line break at the end',
      'a,b\r\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['of an old Mac', 'a\rb\r', [['a'], ['b']]],
    ['with quotes', '"a,1","b ""x""",c\n', [['a,1', 'b "x"', 'c']]],
    ['with a line break in a cell', '"a\r\nb",c\n', [['a\r\nb', 'c']]],
    ['with spaces around a quoted cell', 'a, "b,c" ,d\n', [['a', 'b,c', 'd']]],
    ['with a quote within a cell', 'a "b" c,d\n', [['a "b" c', 'd']]],
    ['what our export guarded', `"'=1+1","'+49 30 1"\n`, [['=1+1', '+49 30 1']]],
  ])('%s', (_, text, expected) => {
    for (const size of [1, 3, 1000]) expect(cells(text, { size })).toEqual(expected)
  })

  it('are what was written, however they are cut into pieces', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ä', '"', ',', '\n', '\r', ' ', '=', '😀') })
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell)), fc.integer({ min: 1, max: 40 }), (rows, size) => {
        const file = bytes(rows.map((row) => csvLine(row)).join(''))
        expect(read(file, { size }).map((row) => row.cells)).toEqual(rows)
      }),
    )
  })

  it('lie side by side and cover the file, whatever is in it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r'), maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        (text, size) => {
          const file = bytes(text)
          const rows = read(file, { size })
          let at = 0
          for (const { start, end } of rows) {
            expect(start).toBe(at)
            at = end
          }
          expect(at).toBe(file.length)
          expect(read(file, { size: 1000 })).toEqual(rows)
        },
      ),
    )
  })

  it('can be gone on with at any of them', () => {
    const file = bytes('a,"1\n2"\nb,"x"y\nc,"open\nd,4\n')
    const rows = read(file)
    for (const { end } of rows) {
      const reader = csvRows(',', 'utf-8', end)
      expect([...reader.push(file.subarray(end)), ...reader.end()]).toEqual(rows.filter((row) => row.start >= end))
    }
  })

  it('with a stray quote cost their own line and no other', () => {
    const rows = read(bytes('a,1\n"b,2\nc,3\nd,4'))
    expect(rows.map((row) => row.refusal ?? row.cells)).toEqual([
      ['a', '1'],
      expect.stringContaining('Write the mark twice'),
      ['c', '3'],
      ['d', '4'],
    ])
  })

  it('of ten megabytes in one cell are refused by themselves, quoted or not', () => {
    for (const quote of ['"', '']) {
      const rows = read(bytes(`a,1\nb,${quote}${'x'.repeat(10_000_000)}${quote}\nc,3\n`), { size: 65_536 })
      expect(rows.map((row) => row.refusal ?? row.cells)).toEqual([
        ['a', '1'],
        expect.stringContaining('Shorten its longest cell'),
        ['c', '3'],
      ])
      expect(rows[1]?.cells[0]?.slice(0, 4)).toBe(`b,${quote}${'xx'.slice(quote.length)}`)
    }
  })

  it('with a quote that is never closed in a large file are found again', () => {
    const rest = Array.from({ length: 20_000 }, (_, at) => `row ${at},${at}\n`).join('')
    const rows = read(bytes(`a,"open\n${rest}`), { size: 65_536 })
    expect(rows).toHaveLength(20_001)
    expect(rows[0]?.refusal).toContain('quotation mark')
  })

  it('of a thousand columns are read', () => {
    expect(cellsOf(Array.from({ length: 1000 }, (_, at) => at).join(';'), ';')).toHaveLength(1000)
  })
})

describe('the separator', () => {
  it.each([
    [',', 'a,b\n1,2\n'],
    [';', 'a;b\n"1,5";2\n1,5;2\n'],
    ['\t', 'a\tb\n1, 2\t3\n'],
    ['|', 'a|b|c\n1|2|3'],
    [',', 'Name\nAda\n'],
    [';', 'name;note\n"a\nb,c,d";x\n'],
  ])('%s', (separator, sample) => expect(detectSeparator(sample)).toBe(separator))
})
