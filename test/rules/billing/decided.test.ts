import { describe, expect, it } from 'vitest'
import { totals } from '../../../worker/features/billing/rules/totals.ts'
import { doc, line, off, percentOff, plus, taxesOf } from './documents.ts'

describe('what is decided where the standard says nothing', () => {
  it('an empty document comes to nothing', () => {
    const nothing = { lineNets: [], subtotal: 0n, net: 0n, tax: 0n, total: 0n, taxes: [] }
    expect(totals(doc([]))).toEqual(nothing)
    expect(totals(doc([], { pricesIncludeTax: true, adjustments: [percentOff('10')] }))).toEqual(nothing)
  })

  it('a charge alone, with its tax, is a document', () => {
    const fee = { ...plus('25'), taxCategory: 'S', taxRate: '19' }
    expect(totals(doc([], { adjustments: [fee] }))).toMatchObject({ subtotal: 0n, net: 2500n, tax: 475n, total: 2975n })
  })

  it('a line of nothing keeps its tax in the breakdown, with nothing to tax', () => {
    expect(taxesOf(totals(doc([line('0')])).taxes)).toEqual([['S', '19', 0n, 0n]])
  })

  it('a discount above the subtotal leaves less than nothing, with its tax', () => {
    const counted = totals(doc([line('10.00')], { adjustments: [off('15.00')] }))
    expect(counted).toMatchObject({ net: -500n, tax: -95n, total: -595n })
    const spread = totals(doc([line('20.00'), line('10.00', '7')], { adjustments: [off('60.00')] }))
    expect(spread.taxes.map(({ taxable }) => taxable)).toEqual([-2000n, -1000n])
  })

  it('a subtotal of nothing under one tax takes a charge', () => {
    const lines = [line('10.00'), line('10.00', '19', { quantity: '-1' })]
    expect(totals(doc(lines, { adjustments: [plus('5.00')] }))).toMatchObject({ subtotal: 0n, net: 500n, tax: 95n })
  })

  it('of taxes above and below zero each is reduced in proportion, so that 100 % off leaves nothing', () => {
    const lines = [line('100.00'), line('40.00', '7', { quantity: '-1' })]
    const tenth = totals(doc(lines, { adjustments: [percentOff('10')] }))
    expect(tenth.taxes.map(({ taxable }) => taxable)).toEqual([9000n, -3600n])
    const all = totals(doc(lines, { adjustments: [off('60.00')] }))
    expect(all).toMatchObject({ net: 0n, tax: 0n, total: 0n })
    expect(all.taxes.map(({ taxable }) => taxable)).toEqual([0n, 0n])
  })

  it('ten thousand lines are counted like one, in less than a second', () => {
    const before = performance.now()
    const counted = totals(doc(Array(10_000).fill(line('0.0333', '7', { quantity: '3' }))))
    expect(performance.now() - before).toBeLessThan(1000)
    expect(counted).toMatchObject({ net: 100_000n, tax: 7000n, total: 107_000n })
  })

  it('the same tax in another writing is the same tax, written in the shortest way', () => {
    const counted = totals(doc([line('1', '19'), line('1', '19.0'), line('1', '019.00'), line('1', '9.5+5.0')]))
    expect(taxesOf(counted.taxes)).toEqual([
      ['S', '19', 300n, 57n],
      ['S', '9.5', 100n, 10n],
      ['S', '5', 100n, 5n],
    ])
    expect(totals(doc([line('1', '20'), line('1', '0')])).taxes.map(({ rate }) => rate)).toEqual(['20', '0'])
  })
})
