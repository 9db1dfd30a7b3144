import { describe, expect, it } from 'vitest'
import { clashingFields } from '../../../worker/features/deals/rules/clashing-fields.ts'
import { staysOf } from '../../../worker/features/deals/rules/stays.ts'

const seen = {
  title: 'Bathroom',
  amountMinor: 1000,
  currency: 'EUR',
  expectedOn: '2026-05-01',
  contactId: null,
  ownerId: null,
}

describe('two who change a deal', () => {
  it.each([
    ['the same field to two values', ['title'], { title: 'Mine' }, { title: 'Theirs' }, ['title']],
    ['the same field to one value', ['title'], { title: 'Both' }, { title: 'Both' }, []],
    ['different fields', ['title'], { title: 'Mine' }, { expectedOn: null }, []],
    ['an amount and its currency', ['money'], { amountMinor: 5 }, { currency: 'USD' }, ['money']],
    ['one of two fields', ['title', 'ownerId'], { title: 'Mine', ownerId: 'me' }, { ownerId: 'you' }, ['ownerId']],
    ['nothing that the other sees', ['contactId'], { contactId: 'c1' }, {}, []],
  ] as const)('clash where they change %s as it is named', (_, fields, mine, theirs, clashing) => {
    const found = clashingFields(fields, { seen, wanted: { ...seen, ...mine }, now: { ...seen, ...theirs } })
    expect(found).toEqual(clashing)
  })
})

describe('the stages of a deal', () => {
  it('each end where the next begins, and the last stays open', () => {
    const at = (day: number) => new Date(Date.UTC(2026, 4, day))
    const moves = [
      { id: 'b', stageName: 'Won', at: at(9), by: 'Ann' },
      { id: 'a', stageName: 'New', at: at(2), by: 'Ann' },
    ]
    expect(staysOf(moves)).toEqual([
      { id: 'b', stageName: 'Won', since: at(9), until: null, by: 'Ann' },
      { id: 'a', stageName: 'New', since: at(2), until: at(9), by: 'Ann' },
    ])
    expect(staysOf([])).toEqual([])
  })
})
