import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Breakdown } from '../../../worker/features/billing/rules/breakdown.ts'
import type { Doc, Line, Taxed } from '../../../worker/features/billing/rules/document.ts'
import { totals } from '../../../worker/features/billing/rules/totals.ts'
import { allocate, decimalOf, decimalText, minor } from '../../../worker/kernel/money.ts'
import { anyDocument } from './any-document.ts'
import { doc, line } from './documents.ts'
import { absolute, counted, holds, isExclusive, ONE_RATE } from './holds.ts'

/** Longer amounts cannot stand in a document. */
const isWritable = (amount: bigint) => absolute(amount) < 10n ** 18n

const lineOf = (amount: bigint, { taxCategory, taxRate }: Taxed, currency: string): Line => ({
  ...{ taxCategory, taxRate, quantity: amount < 0n ? '-1' : '1' },
  unitPrice: decimalOf(absolute(amount), currency),
})

describe('prices with tax and without', () => {
  const priced = (document: Doc, taxes: Breakdown['taxes'], pricesIncludeTax: boolean): Doc => ({
    ...{ currency: document.currency, pricesIncludeTax },
    lines: taxes.map(({ category, rate, taxable, tax }) => {
      const amount = pricesIncludeTax ? taxable + tax : taxable
      return lineOf(amount, { taxCategory: category, taxRate: rate }, document.currency)
    }),
  })

  // A group's price with tax is N + T, where T is N × r rounded, so by at most a half from it. Backed out of that, the
  // net is N plus at most a half ÷ (1 + r), which rounds to N: agreement is exact.
  it('agree: what comes out without tax, priced with its tax, comes to the same net, tax and total', () => {
    holds(anyDocument(ONE_RATE).filter(isExclusive), (document, { taxes, net, tax, total }) => {
      fc.pre(taxes.every(({ taxable, tax }) => isWritable(taxable + tax)))
      expect(totals(priced(document, taxes, true))).toMatchObject({ net, tax, total, taxes })
    })
  })

  // The other way the tax is the rest of a rounded net, so that 7.53 bears 1.25 where 6.28 × 20 % is 1.26.
  it('differ the other way by at most one smallest unit for each rate of at most 100 %', () => {
    holds(
      anyDocument(ONE_RATE).filter((document) => document.pricesIncludeTax),
      (document, { taxes, net }) => {
        fc.pre(taxes.every(({ taxable, rate }) => isWritable(taxable) && Number(rate) <= 100))
        const other = totals(priced(document, taxes, false))
        expect(other.net).toBe(net)
        for (const [n, { tax }] of taxes.entries()) expect(absolute(other.taxes[n]!.tax - tax)).toBeLessThanOrEqual(1n)
      },
    )
  })
})

describe('splitting a line', () => {
  it('into amounts loses nothing: every total stays, however many parts there are', () => {
    const weights = fc.array(fc.bigInt({ min: 1n, max: 1000n }), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(anyDocument(), weights, (document, weights) => {
        fc.pre(counted(document) !== null)
        const { lineNets, ...whole } = totals(document)
        fc.pre(lineNets.every(isWritable))
        const lines = document.lines.flatMap((line, n): Line[] =>
          allocate(minor(lineNets[n]!), weights).map((part) => lineOf(part, line, document.currency)),
        )
        const { lineNets: _, ...parts } = totals({ ...document, lines })
        expect(parts).toEqual(whole)
      }),
    )
  })

  const quantities = fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 9 })
  const currency = fc.constantFrom('JPY', 'EUR', 'KWD')
  const netOf = (quantities: number[], unitPrice: string, currency: string) =>
    totals(
      doc(
        quantities.map((quantity) => line(unitPrice, '19', { quantity: String(quantity) })),
        { currency },
      ),
    ).net

  it('into quantities differs by at most half a smallest unit for each line that is rounded', () => {
    const price = fc.bigInt({ min: 0n, max: 10n ** 8n }).map((millionths) => decimalText(millionths, 6))
    fc.assert(
      fc.property(quantities, price, currency, (quantities, price, currency) => {
        const whole = netOf([quantities.reduce((all, each) => all + each)], price, currency)
        const difference = absolute(netOf(quantities, price, currency) - whole)
        expect(2n * difference).toBeLessThanOrEqual(BigInt(quantities.length + 1))
      }),
    )
  })

  it('into quantities differs by nothing where the price is one that can be paid', () => {
    fc.assert(
      fc.property(quantities, fc.nat(), currency, (quantities, units, currency) => {
        const price = decimalOf(units, currency)
        const whole = quantities.reduce((all, each) => all + each)
        expect(netOf(quantities, price, currency)).toBe(netOf([whole], price, currency))
      }),
    )
  })
})
