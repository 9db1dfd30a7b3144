import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differences, gathered } from '../../../worker/features/acts/rules/act-row.ts'
import { takeBack } from '../../../worker/features/acts/rules/take-back.ts'
import { type Columns, columnsOf, isSame } from '../../../worker/kernel/columns.ts'

const value = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.integer(), { maxLength: 3 }),
)
const own = fc.dictionary(fc.constantFrom('f1', 'f2', 'f3'), fc.oneof(fc.string(), fc.integer(), fc.boolean()))
const row = fc.record({ name: value, city: value, fields: own, version: fc.nat() })

describe('what an act keeps of a row', () => {
  it('is enough to write the new row over the old one', () => {
    fc.assert(
      fc.property(row, row, (before, after) => {
        const written = { ...before, ...gathered(before, differences(before, after).after) }
        expect(isSame(written, after)).toBe(true)
      }),
    )
  })

  it('names only what differs, each own field by itself', () => {
    const before = { id: '1', name: 'Ann', fields: { size: 4, colour: 'red' }, version: 1 }
    const after = { id: '1', name: 'Ann', fields: { size: 5, gone: 'no' }, version: 2 }
    expect(differences(before, after)).toEqual({
      before: { 'fields.size': 4, 'fields.colour': 'red', 'fields.gone': null, version: 1 },
      after: { 'fields.size': 5, 'fields.colour': null, 'fields.gone': 'no', version: 2 },
    })
  })

  it('holds instants as milliseconds and refuses what JSON cannot hold', () => {
    expect(columnsOf({ at: new Date(5), nothing: undefined })).toEqual({ at: 5 })
    expect(() => columnsOf({ call: () => 1 })).toThrow(TypeError)
  })
})

describe('taking a change back', () => {
  const undone = (before: Columns, after: Columns, now: Columns) => {
    const taken = takeBack(differences(before, after), now, false)
    return taken.do === 'restore' ? { ...now, ...gathered(now, taken.columns) } : now
  }

  it('gives an untouched row everything back, its version too', () => {
    fc.assert(
      fc.property(row, row, (before, after) => {
        fc.pre(before.version !== after.version)
        const back = undone(before, after, after)
        expect(isSame(back, before)).toBe(true)
      }),
    )
  })

  it('keeps each column that somebody wrote since, and restores the others', () => {
    const before = { name: 'Ann', city: 'Bonn', fields: { size: 1, colour: 'red' }, version: 1 }
    const after = { name: 'Anna', city: 'Köln', fields: { size: 2, colour: 'blue' }, version: 2 }
    const touched = { name: 'Hanna', city: 'Köln', fields: { size: 2, colour: 'green' }, version: 3 }
    expect(takeBack(differences(before, after), touched, false)).toEqual({
      do: 'restore',
      columns: { city: 'Bonn', 'fields.size': 1, version: 4 },
      kept: ['name', 'fields.colour'],
    })
    expect(undone(before, after, touched)).toEqual({
      name: 'Hanna',
      city: 'Bonn',
      fields: { size: 1, colour: 'green' },
      version: 4,
    })
  })

  const made = { name: 'Ann', version: 1 }
  it.each([
    ['removes a row that it made', null, made, made, false, { do: 'remove' }],
    ['keeps one that somebody changed', null, made, { name: 'Anna', version: 2 }, false, { do: 'keep' }],
    ['keeps one on which something of others hangs', null, made, made, true, { do: 'keep' }],
    ['does nothing where it is gone', null, made, null, false, { do: 'nothing' }],
    ['puts back a row that it removed', made, null, null, false, { do: 'put_back', row: made }],
    ['keeps what stands in its place now', made, null, made, false, { do: 'keep' }],
    ['does nothing to a changed row that is gone', made, { name: 'Anna', version: 2 }, null, false, { do: 'nothing' }],
  ])('%s', (_, before, after, now, hangs, expected) => {
    expect(takeBack({ before, after }, now, hangs)).toEqual(expected)
  })
})
