import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paidByStripe, stripeAmount } from '../../../worker/features/billing/rules/stripe-amount.ts'
import { currencyCodes } from '../../../worker/kernel/currencies.ts'

describe('an amount for Stripe', () => {
  it.each([
    [1250n, 'EUR', 1250],
    [5000n, 'JPY', 5000],
    [500n, 'ISK', 50_000],
    [123_400n, 'HUF', 123_400],
    [12_340n, 'KWD', 12_340],
    [700n, 'MGA', 7],
    [-1250n, 'EUR', -1250],
  ])('%s units of %s are %i', (units, currency, amount) => {
    expect(stripeAmount(units, currency)).toEqual({ ok: true, amount })
    expect(paidByStripe(amount, currency)).toBe(units)
  })

  it.each([
    [12_345n, 'KWD', '12.345 KWD cannot be paid by card exactly. Please round it.'],
    [750n, 'MGA', '7.50 MGA cannot be paid by card exactly. Please round it.'],
    [9_007_199_254_740_992n, 'EUR', '90071992547409.92 EUR cannot be paid by card exactly. Please round it.'],
    [5000n, 'UGX', 'Payments in UGX by card are not possible yet.'],
    [5000n, 'TWD', 'Payments in TWD by card are not possible yet.'],
  ])('%s units of %s are refused', (units, currency, why) => {
    expect(stripeAmount(units, currency)).toEqual({ ok: false, why })
  })

  it('comes back as it was sent, in every currency, or is not sent', () => {
    const units = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n })
    fc.assert(
      fc.property(units, fc.constantFrom(...currencyCodes()), (units, currency) => {
        const sent = stripeAmount(units, currency)
        if (sent.ok) expect(paidByStripe(sent.amount, currency)).toBe(units)
      }),
    )
  })

  it('that is no whole number of what the currency has is not taken for one', () => {
    expect([paidByStripe(550, 'ISK'), paidByStripe(1.5, 'EUR'), paidByStripe(5, 'UGX')]).toEqual([null, null, null])
  })
})
