import { describe, expect, it } from 'vitest'
import { breakdown } from '../../../worker/features/billing/rules/breakdown.ts'
import type { Line } from '../../../worker/features/billing/rules/document.ts'
import { totals } from '../../../worker/features/billing/rules/totals.ts'
import { doc, line, off, percentMore, percentOff, plus, taxesOf } from './documents.ts'

describe('the examples that others get wrong', () => {
  it('taxes the sum of the lines and not each: 4 lines of 12.37 at 7 % bear 3.46 and not 3.48', () => {
    const counted = totals(doc(Array(4).fill(line('12.37', '7'))))
    expect(counted).toEqual({
      ...{ lineNets: [1237n, 1237n, 1237n, 1237n], subtotal: 4948n, net: 4948n, tax: 346n, total: 5294n },
      taxes: [{ category: 'S', rate: '7', taxable: 4948n, tax: 346n }],
    })
  })

  it('does not round the price first: 25 × 0.0454 is 1.14 and not 1.25', () => {
    expect(totals(doc([line('0.0454', '19', { quantity: '25' })])).lineNets).toEqual([114n])
  })

  it('rounds half away from zero below zero as well: 25 % of -3.30 is -0.83 and not -0.82', () => {
    expect(totals(doc([line('3.30', '25', { quantity: '-1' })])).tax).toBe(-83n)
    const asPercentage = breakdown(doc([line('3.30', '0', { quantity: '-1', adjustments: [percentMore('25')] })]))
    expect(asPercentage.lines[0]?.adjustments).toEqual([-83n])
  })

  it('takes a discount off before the tax: 10.00 off 45.10 at 19 % and 20.05 at 7 % leaves 63.59 and not 65.12', () => {
    const document = doc([line('45.10'), line('20.05', '7')], { adjustments: [off('10.00')] })
    expect(breakdown(document).adjustments[0]?.shares.map(({ amount }) => amount)).toEqual([-692n, -308n])
    const { taxes, ...counted } = totals(document)
    expect(counted).toEqual({ lineNets: [4510n, 2005n], subtotal: 6515n, net: 5515n, tax: 844n, total: 6359n })
    expect(taxesOf(taxes)).toEqual([
      ['S', '19', 3818n, 725n],
      ['S', '7', 1697n, 119n],
    ])
  })

  it('rounds the net of a price with tax, and the tax is the rest: 7.53 with 20 % bears 1.25 and not 1.26', () => {
    const counted = totals(doc([line('7.53', '20')], { pricesIncludeTax: true }))
    expect(counted).toMatchObject({ lineNets: [753n], subtotal: 753n, net: 628n, tax: 125n, total: 753n })
  })

  it('takes several rates out of a price together: 200.00 with 5 % and 9.5 % bears 8.73 and 16.60', () => {
    const counted = totals(doc([line('200.00', '5+9.5')], { pricesIncludeTax: true }))
    expect(counted).toMatchObject({ net: 17467n, tax: 2533n, total: 20000n })
    expect(taxesOf(counted.taxes)).toEqual([
      ['S', '9.5', 17467n, 1660n],
      ['S', '5', 17467n, 873n],
    ])
  })

  it('taxes several rates on one net each on its own, together with the lines that bear one of them', () => {
    const counted = totals(doc([line('10.10', '5+9.975'), line('10.10', '5')]))
    expect(taxesOf(counted.taxes)).toEqual([
      ['S', '9.975', 1010n, 101n],
      ['S', '5', 2020n, 101n],
    ])
    expect(counted).toMatchObject({ net: 2020n, tax: 202n, total: 2222n })
  })

  it('keeps an amount exact that a JavaScript number cannot hold', () => {
    const counted = totals(doc([line('90071992547409.93', '0')]))
    expect(counted.total).toBe(9_007_199_254_740_993n)
  })
})

describe('a line', () => {
  it.each<[string, Partial<Line>, bigint]>([
    ['one piece', {}, 1000n],
    ['two and a half', { quantity: '2.5' }, 2500n],
    ['a price for a hundred', { quantity: '250', perQuantity: '100' }, 2500n],
    ['a price for a half', { quantity: '1', perQuantity: '0.5' }, 2000n],
    ['a price for three, rounded once', { quantity: '1', perQuantity: '3' }, 333n],
    ['none', { quantity: '0' }, 0n],
    ['a return', { quantity: '-2' }, -2000n],
    ['a discount by amount', { adjustments: [off('2.50')] }, 750n],
    ['a discount by percent', { adjustments: [percentOff('12.5')] }, 875n],
    ['a charge by amount', { adjustments: [plus('0.99')] }, 1099n],
    ['a charge by percent', { adjustments: [percentMore('150')] }, 2500n],
    ['percentages of the same amount, not of one another', { adjustments: [percentOff('10'), percentOff('10')] }, 800n],
    ['each rounded on its own', { unitPrice: '0.05', adjustments: [percentOff('10'), percentOff('10')] }, 3n],
    ['all of it off', { adjustments: [percentOff('100')] }, 0n],
    ['an amount that is larger than the line', { adjustments: [off('12')] }, -200n],
    ['a percentage off a return, which then is less', { quantity: '-1', adjustments: [percentOff('10')] }, -900n],
  ])('counts %s', (_, more, net) => {
    expect(totals(doc([line('10.00', '19', more)])).lineNets).toEqual([net])
  })

  it.each([
    ['JPY', '1250.5', 1251n],
    ['EUR', '1.005', 101n],
    ['KWD', '1.0005', 1001n],
    ['HUF', '12.34', 1234n],
    ['ISK', '99.5', 100n],
    ['CLF', '1.00005', 10001n],
  ])('in %s rounds a price of %s to what can be paid', (currency, price, net) => {
    expect(totals(doc([line(price)], { currency })).lineNets).toEqual([net])
  })
})

describe('a discount or charge on the whole', () => {
  it('is spread over the taxes as the lines are', () => {
    const lines = [line('50.00'), line('30.00', '7'), line('20.00', '0', { taxCategory: 'E' })]
    const counted = totals(doc(lines, { adjustments: [percentOff('10'), plus('1.00')] }))
    expect(counted).toMatchObject({ subtotal: 10000n, net: 9100n })
    expect(taxesOf(counted.taxes)).toEqual([
      ['E', '0', 1820n, 0n],
      ['S', '19', 4550n, 865n],
      ['S', '7', 2730n, 191n],
    ])
  })

  it('bears its own tax where it has one, also one that no line has', () => {
    const postage = { ...plus('4.90'), taxCategory: 'S', taxRate: '19' }
    const counted = totals(doc([line('20.00', '7')], { adjustments: [postage] }))
    expect(taxesOf(counted.taxes)).toEqual([
      ['S', '19', 490n, 93n],
      ['S', '7', 2000n, 140n],
    ])
    expect(counted).toMatchObject({ subtotal: 2000n, net: 2490n, tax: 233n, total: 2723n })
  })

  it('is a percentage of all lines, whatever tax it bears', () => {
    const service = { ...percentMore('10'), taxCategory: 'S', taxRate: '19' }
    expect(totals(doc([line('20.00', '7'), line('5.00')], { adjustments: [service] })).net).toBe(2750n)
  })

  it('comes off prices with tax before the tax is taken out', () => {
    const lines = [line('119.00'), line('107.00', '7')]
    const counted = totals(doc(lines, { pricesIncludeTax: true, adjustments: [percentOff('10')] }))
    expect(counted).toMatchObject({ subtotal: 22600n, net: 18000n, tax: 2340n, total: 20340n })
  })

  it('is split alike in whatever order the lines stand, also where taxes share their highest rate', () => {
    const lines = [line('10.00', '9.5'), line('10.00', '5+9.5'), line('10.00', '9.5+7')]
    const splitOf = (lines: Line[]) =>
      breakdown(doc(lines, { adjustments: [off('1.00')] })).adjustments[0]?.shares.map((each) => [
        each.tax.key,
        each.amount,
      ])
    const split = [
      ['9.5+7 S', -34n],
      ['9.5+5 S', -33n],
      ['9.5 S', -33n],
    ]
    expect(splitOf(lines)).toEqual(split)
    expect(splitOf(lines.toReversed())).toEqual(split)
  })

  it('gives the cent that is left over to the first tax where all have the same right to it', () => {
    const lines = [line('10.00', '5'), line('10.00', '7'), line('10.00', '19')]
    const { adjustments } = breakdown(doc(lines, { adjustments: [off('1.00')] }))
    expect(adjustments[0]?.shares.map(({ tax, amount }) => [tax.key, amount])).toEqual([
      ['19 S', -34n],
      ['7 S', -33n],
      ['5 S', -33n],
    ])
  })
})
