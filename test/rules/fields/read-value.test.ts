import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FieldKind, FieldValue } from '../../../worker/features/fields/rules/field-kinds.ts'
import { dayOf, decimalOf, flagOf } from '../../../worker/features/fields/rules/read-text.ts'
import { readValue } from '../../../worker/features/fields/rules/read-value.ts'
import { valueWords } from '../../../worker/features/fields/rules/value-words.ts'

const german = { currency: 'EUR', dates: 'day' as const, year: 2026 }
const OPTIONS = [
  { id: 'o1', label: 'Gold' },
  { id: 'o2', label: 'Silver' },
]
const field = (kind: FieldKind) => ({ label: 'Own', kind, options: OPTIONS })
const keptOf = (kind: FieldKind, typed: string) => {
  const read = readValue(field(kind), typed, german)
  return read.ok ? read.value : read.why
}

describe('what is typed into a field', () => {
  it.each<[FieldKind, string, FieldValue | null]>([
    ['text', '  two words ', 'two words'],
    ['text', '   ', null],
    ['number', '12', 12],
    ['number', '-3.5', -3.5],
    ['number', '3,5', 3.5],
    ['number', '1.234,5', 1234.5],
    ['number', '1,234.5', 1234.5],
    ['number', '1,000', 1000],
    ['number', '1.000', 1],
    ['number', '1 234 567', 1234567],
    ['number', '1’234’567', 1234567],
    ['date', '2026-03-31', '2026-03-31'],
    ['date', '31.3.2026', '2026-03-31'],
    ['choice', 'gold', 'o1'],
    ['choice', 'o2', 'o2'],
    ['flag', 'Yes', true],
    ['flag', 'nein', false],
    ['link', 'foyer.test/a?b=c', 'https://foyer.test/a?b=c'],
    ['link', 'http://foyer.test', 'http://foyer.test/'],
    ['money', '€ 1.250,50', 125050],
    ['money', '12', 1200],
    ['money', '-3.20 EUR', -320],
  ])('%s: %s is kept as %j', (kind, typed, kept) => expect(keptOf(kind, typed)).toEqual(kept))

  it.each<[FieldKind, string]>([
    ['number', 'twelve'],
    ['number', '1e9'],
    ['number', '1.2.3'],
    ['date', '2026-02-30'],
    ['date', '31.2.2026'],
    ['date', 'tomorrow'],
    ['choice', 'Bronze'],
    ['flag', 'perhaps'],
    ['link', 'javascript:alert(1)'],
    ['link', 'not a page'],
    ['money', '1.239'],
    ['money', 'free'],
    ['text', 'x'.repeat(10_001)],
  ])('%s: %s is refused with a sentence that names the field', (kind, typed) =>
    expect(keptOf(kind, typed)).toMatch(/ is not .*\(Own\)\.$/),
  )

  it('is read again as the same value from its own words', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.record({ kind: fc.constant<FieldKind>('money'), value: fc.integer({ min: -1e12, max: 1e12 }) }),
          fc.record({ kind: fc.constant<FieldKind>('number'), value: fc.integer({ min: -1e9, max: 1e9 }) }),
          fc.record({ kind: fc.constant<FieldKind>('flag'), value: fc.boolean() }),
          fc.record({ kind: fc.constant<FieldKind>('choice'), value: fc.constantFrom('o1', 'o2') }),
        ),
        ({ kind, value }) => {
          expect(keptOf(kind, valueWords(field(kind), value, 'EUR'))).toEqual(value)
        },
      ),
    ))
})

describe('a birthday', () => {
  it.each([
    ['1980-12-24', '1980-12-24'],
    ['--12-24', '--12-24'],
    ['24.12.', '--12-24'],
    ['24.12.1980', '1980-12-24'],
    ['29.2.', '--02-29'],
    ['29.2.1981', null],
    ['31.4.', null],
    ['1980-13-01', null],
    ['soon', null],
  ])('%s is %j', (typed, kept) => expect(dayOf(typed, german)).toBe(kept))
})

describe('what is written in a file', () => {
  it.each([
    ['1.234,56', '1234.56'],
    ['1,234.56', '1234.56'],
    ['1 234,5', '1234.5'],
    ["1'234", '1234'],
    ['12,5', '12.5'],
    ['1,234', '1234'],
    ['-3', '-3'],
    ['12a', null],
    ['1.2.3', null],
  ])('the number %s', (text, expected) => expect(decimalOf(text)).toBe(expected))

  it.each([
    ['1990-03-02', 'day', '1990-03-02'],
    ['02/03/1990', 'day', '1990-03-02'],
    ['02/03/1990', 'month', '1990-02-03'],
    ['02/28/1990', 'day', '1990-02-28'],
    ['2.3.26', 'day', '2026-03-02'],
    ['2.3.27', 'day', '1927-03-02'],
    ['19900302', 'day', '1990-03-02'],
    ['--0302', 'day', '--03-02'],
    ['2.3.', 'day', '--03-02'],
    ['1990-03-02T00:00:00Z', 'day', '1990-03-02'],
    ['30.2.2020', 'day', null],
    ['soon', 'day', null],
  ] as const)('the day %s, %s first', (text, dates, expected) =>
    expect(dayOf(text, { dates, year: 2026 })).toBe(expected),
  )

  it('yes and no in six languages', () => {
    expect(['yes', 'Ja', 'oui', 'sí', 'vero', 'x', '1'].map(flagOf)).toEqual(Array(7).fill(true))
    expect(['no', 'Nein', 'non', 'falso', 'nee', '0'].map(flagOf)).toEqual(Array(6).fill(false))
  })
})
