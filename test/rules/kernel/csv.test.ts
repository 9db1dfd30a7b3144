import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLine } from '../../../worker/kernel/csv.ts'

/** What a spreadsheet makes of one line, by RFC 4180. */
function cellsOf(line: string): string[] {
  const cells: string[] = []
  let [cell, isQuoted] = ['', false]
  for (let at = 0; at < line.length - 2; at++) {
    const char = line.charAt(at)
    if (isQuoted && char === '"' && line.charAt(at + 1) === '"') cell += line.charAt(at++)
    else if (char === '"') isQuoted = !isQuoted
    else if (char !== ',' || isQuoted) cell += char
    else {
      cells.push(cell)
      cell = ''
    }
  }
  return [...cells, cell]
}

describe('a line of comma-separated values', () => {
  it.each([
    [['Ann', 'a@b.test'], 'Ann,a@b.test\r\n'],
    [['Weber, Mara', 'say "hi"', ''], '"Weber, Mara","say ""hi""",\r\n'],
    [['two\nlines'], '"two\nlines"\r\n'],
  ])('of %j is %j', (cells, line) => {
    expect(csvLine(cells)).toBe(line)
  })

  it.each(['=1+1', '+49 30', '-1', '@sum', '  =x', '\t=x', '＝x', '\r=x', '=cmd|" /C calc"!A0'])(
    'never holds %j as a formula',
    (text) => {
      expect(cellsOf(csvLine([text]))).toEqual([`'${text}`])
    },
  )

  it('gives every cell back, with no more than the apostrophe before it', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 2, maxLength: 5 }), (cells) => {
        const read = cellsOf(csvLine(cells))
        expect(read).toHaveLength(cells.length)
        for (const [at, text] of cells.entries()) expect([text, `'${text}`]).toContain(read[at])
      }),
    )
  })
})
