import { describe, expect, it } from 'vitest'
import type { Doc, Line } from '../../../worker/features/billing/rules/document.ts'
import { totals } from '../../../worker/features/billing/rules/totals.ts'
import { Refusal } from '../../../worker/kernel/refusal.ts'
import { doc, line, off, percentOff, plus } from './documents.ts'

function refusalOf(document: Doc): Refusal {
  try {
    totals(document)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('It was counted.')
}

const wrong = (more: Partial<Line>) => doc([line('1'), line('1'), line('1', '19', more)])
const both = { kind: 'discount', amount: '1', percent: '1' } as const

describe('a line that cannot be counted is refused with a sentence that names it', () => {
  it.each<[string, Partial<Line>]>([
    ['the quantity “1e30” is not a plain number such as 12 or -3.5, or is far too long.', { quantity: '1e30' }],
    ['the quantity “” is not a plain number such as 12 or -3.5, or is far too long.', { quantity: '' }],
    ['the quantity “1,5” is not a plain number such as 12 or -3.5, or is far too long.', { quantity: '1,5' }],
    ['the quantity “NaN” is not a plain number such as 12 or -3.5, or is far too long.', { quantity: 'NaN' }],
    ['the quantity “0x10” is not a plain number such as 12 or -3.5, or is far too long.', { quantity: '0x10' }],
    ['the quantity “１” is not a plain number such as 12 or -3.5, or is far too long.', { quantity: '１' }],
    ['the quantity “1.0000001” has too many decimals: there can be at most 6.', { quantity: '1.0000001' }],
    ['the unit price “0.1234567” has too many decimals: there can be at most 6.', { unitPrice: '0.1234567' }],
    ['the unit price “-1” is negative. For a return, make the quantity negative.', { unitPrice: '-1' }],
    ['the price is for a quantity of “0”, which must be above 0.', { perQuantity: '0' }],
    ['the price is for a quantity of “-1”, which must be above 0.', { perQuantity: '-1' }],
    ['the tax rate “-19” is negative.', { taxRate: '-19' }],
    ['the tax rate “19 %” is not a plain number such as 12 or -3.5, or is far too long.', { taxRate: '19 %' }],
    ['the tax rate “8.87512” has too many decimals: there can be at most 4.', { taxRate: '8.87512' }],
    ['the tax rate “9+9.0” names one rate twice. Please add the two up.', { taxRate: '9+9.0' }],
    ['a tax category is missing.', { taxCategory: ' ' }],
    ['the category E bears no tax, so its rate is 0 and not “19”.', { taxCategory: 'E' }],
    ['a discount of 120 % is more than the whole.', { adjustments: [percentOff('120')] }],
    ['a discount needs either an amount or a percentage.', { adjustments: [{ kind: 'discount' }] }],
    ['a discount needs either an amount or a percentage.', { adjustments: [both] }],
    ['the discount “-5” is negative. A discount takes away, a charge adds.', { adjustments: [off('-5')] }],
    ['the charge “1.005” has too many decimals: there can be at most 2.', { adjustments: [plus('1.005')] }],
    [
      'the percentage of the discount “-5” is negative. A discount takes away, a charge adds.',
      { adjustments: [percentOff('-5')] },
    ],
  ])('Line 3: %s', (sentence, more) => {
    const refusal = refusalOf(wrong(more))
    expect(refusal.message).toBe(`Line 3: ${sentence}`)
    expect(refusal.code).toBe('invalid')
  })

  it('shows no more of a long number than one can read, and does not take long over it', () => {
    const before = performance.now()
    const { message } = refusalOf(wrong({ quantity: '9'.repeat(1_000_000) }))
    expect(message).toMatch(/^Line 3: the quantity “9{39}…” is not a plain number/)
    expect(performance.now() - before).toBeLessThan(100)
  })

  it('takes decimals that say nothing', () => {
    expect(totals(wrong({ quantity: '1.00000000', unitPrice: '2.500000000' })).subtotal).toBe(450n)
    expect(totals(wrong({ adjustments: [off('0.500')] })).subtotal).toBe(250n)
  })
})

describe('a document that cannot be counted is refused', () => {
  it.each(['', 'eur', 'EURO', 'QQQ', 'XAU', 'constructor'])('in the currency %j', (currency) => {
    expect(refusalOf(doc([line('1')], { currency })).message).toBe(
      `“${currency}” is not a currency. Please name one by its code, such as EUR.`,
    )
  })

  const unclear =
    'Discount or charge 2 on the whole: it is not clear which tax this bears. Please give it a tax of its own.'
  const balanced = [line('10.00'), line('10.00', '7', { quantity: '-1' })]
  const nearlyBalanced = [line('100.00'), line('99.99', '7', { quantity: '-1' })]

  it.each([
    ['no lines', [], plus('1')],
    ['a subtotal of nothing under several taxes', balanced, off('1')],
    ['several taxes with nothing under each', [line('0'), line('0', '7')], plus('4.90')],
    ['a charge far above what taxes of both signs leave', nearlyBalanced, plus('4.90')],
  ])('where a discount or charge has no tax to go to: %s', (_, lines, adjustment) => {
    expect(refusalOf(doc(lines, { adjustments: [percentOff('0'), adjustment] })).message).toBe(unclear)
    const named = { ...adjustment, taxCategory: 'S', taxRate: '19' }
    expect(totals(doc(lines, { adjustments: [named] })).taxes.length).toBeGreaterThan(0)
  })

  it('where a discount on the whole is more than all of it, or names half a tax', () => {
    const place = 'Discount or charge 1 on the whole'
    expect(refusalOf(doc([line('1')], { adjustments: [percentOff('100.0001')] })).message).toBe(
      `${place}: a discount of 100.0001 % is more than the whole.`,
    )
    expect(refusalOf(doc([line('1')], { adjustments: [{ ...off('1'), taxRate: '19' }] })).message).toBe(
      `${place}: a discount with a tax of its own needs both its category and its rate.`,
    )
    expect(refusalOf(doc([line('1')], { currency: 'JPY', adjustments: [off('0.5')] })).message).toBe(
      `${place}: the discount “0.5” has too many decimals: there can be none.`,
    )
  })
})
