import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Breakdown, breakdown } from '../../../worker/features/billing/rules/breakdown.ts'
import type { Adjustment, Doc, Line, Taxed } from '../../../worker/features/billing/rules/document.ts'
import { totals } from '../../../worker/features/billing/rules/totals.ts'
import { allocate, decimalOf, decimalText, divide, minor, sum } from '../../../worker/kernel/money.ts'
import { Refusal } from '../../../worker/kernel/refusal.ts'
import { anyDocument } from './any-document.ts'
import { doc, line } from './documents.ts'
import { exactTotals } from './exact.ts'

/** Null where a discount or charge has no tax to go to, which is the only thing that such documents are refused for. */
function counted(document: Doc): Breakdown | null {
  try {
    return breakdown(document)
  } catch (error) {
    if (error instanceof Refusal && error.message.includes('not clear which tax')) return null
    throw error
  }
}

/** Holds for documents that can be counted. */
const holds = (documents: fc.Arbitrary<Doc>, law: (document: Doc, counted: Breakdown) => void) =>
  fc.assert(
    fc.property(documents, (document) => {
      const found = counted(document)
      fc.pre(found !== null)
      law(document, found)
    }),
    { numRuns: 200 },
  )

const amounts = (parts: readonly { amount: bigint }[]) => sum(parts.map(({ amount }) => amount))
const absolute = (amount: bigint) => (amount < 0n ? -amount : amount)
/** Longer amounts cannot stand in a document. */
const isWritable = (amount: bigint) => absolute(amount) < 10n ** 18n

const lineOf = (amount: bigint, { taxCategory, taxRate }: Taxed, currency: string): Line => ({
  ...{ taxCategory, taxRate, quantity: amount < 0n ? '-1' : '1' },
  unitPrice: decimalOf(absolute(amount), currency),
})

const isExclusive = ({ pricesIncludeTax }: Doc) => !pricesIncludeTax
const oneRate = { returns: true, onTheWhole: true }

describe('for any document', () => {
  it('the totals are those of an independent calculation in decimal fractions', () => {
    fc.assert(
      fc.property(anyDocument(), (document) => {
        const exact = exactTotals(document)
        const found = counted(document) && totals(document)
        expect(found).toEqual(exact)
      }),
      { numRuns: 1000 },
    )
  })

  it('the parts sum to the whole', () => {
    holds(anyDocument(), (document, { lines, subtotal, adjustments, taxes, net, tax, total }) => {
      for (const line of lines) expect(line.net).toBe(line.amount + sum(line.adjustments))
      expect(subtotal).toBe(sum(lines.map((line) => line.net)))
      for (const { amount, shares } of adjustments) expect(amounts(shares)).toBe(amount)
      expect(subtotal + amounts(adjustments)).toBe(document.pricesIncludeTax ? total : net)
      expect(tax).toBe(sum(taxes.map((row) => row.tax)))
      expect(total).toBe(net + tax)
    })
  })

  it('the order of lines, discounts and charges does not matter', () => {
    const shuffled = anyDocument().chain((document) =>
      fc.record({
        document: fc.constant(document),
        lines: fc.shuffledSubarray([...document.lines], { minLength: document.lines.length }),
        adjustments: fc.shuffledSubarray([...(document.adjustments ?? [])], {
          minLength: document.adjustments?.length ?? 0,
        }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ document, ...order }) => {
        fc.pre(counted(document) !== null)
        const { lineNets, ...inOrder } = totals(document)
        const { lineNets: shuffledNets, ...inOtherOrder } = totals({ ...document, ...order })
        expect(inOtherOrder).toEqual(inOrder)
        expect(shuffledNets).toEqual(order.lines.map((line) => lineNets[document.lines.indexOf(line)]))
      }),
    )
  })

  it('the opposite of everything comes to the opposite, so that a correction takes back to the cent', () => {
    const turned = (adjustment: Adjustment) =>
      adjustment.amount === undefined
        ? adjustment
        : { ...adjustment, kind: adjustment.kind === 'discount' ? ('charge' as const) : ('discount' as const) }
    holds(anyDocument(), (document, { subtotal, net, tax, total, taxes }) => {
      const opposite = totals({
        ...document,
        lines: document.lines.map((line) => ({
          ...line,
          quantity: line.quantity.startsWith('-') ? line.quantity.slice(1) : `-${line.quantity}`,
          adjustments: line.adjustments?.map(turned),
        })),
        adjustments: document.adjustments?.map((each) => ({ ...each, ...turned(each) })),
      })
      expect([opposite.subtotal, opposite.net, opposite.tax, opposite.total]).toEqual([-subtotal, -net, -tax, -total])
      expect(opposite.taxes).toEqual(taxes.map((row) => ({ ...row, taxable: -row.taxable, tax: -row.tax })))
    })
  })
})

describe('the rules of EN 16931 by name, for prices without tax', () => {
  const documents = anyDocument(oneRate).filter(isExclusive)

  it('BR-CO-10 to 15: sums of lines, discounts, charges and taxes', () => {
    holds(documents, (_, { lines, subtotal, adjustments, taxes, net, tax, total }) => {
      const discounts = amounts(adjustments.filter(({ amount }) => amount < 0n))
      const charges = amounts(adjustments.filter(({ amount }) => amount > 0n))
      expect(subtotal).toBe(sum(lines.map((line) => line.net)))
      expect(net).toBe(subtotal + discounts + charges)
      expect(sum(taxes.map((row) => row.taxable))).toBe(net)
      expect(tax).toBe(sum(taxes.map((row) => row.tax)))
      expect(total).toBe(net + tax)
    })
  })

  it('BR-CO-17, BR-S-8, BR-S-9: what a rate is due on are its lines, discounts and charges, and its tax is rounded once', () => {
    holds(documents, (_, { lines, adjustments, taxes }) => {
      const shares = adjustments.flatMap((each) => each.shares)
      for (const { category, rate, taxable, tax } of taxes) {
        const isOfRow = ({ tax }: { tax: { key: string } }) => tax.key === `${rate} ${category}`
        const nets = lines.filter(isOfRow).map((line) => line.net)
        expect(taxable).toBe(sum(nets) + amounts(shares.filter(isOfRow)))
        const [percent, thousandths = ''] = rate.split('.')
        expect(tax).toBe(divide(taxable * BigInt(`${percent}${thousandths.padEnd(4, '0')}`), 1_000_000n))
      }
    })
  })

  it('BR-Z, E, AE, IC: one group for each category without tax', () => {
    holds(documents, (_, { taxes }) => {
      const without = taxes.filter(({ category }) => category !== 'S')
      expect(without.every(({ tax, rate }) => tax === 0n && rate === '0')).toBe(true)
      expect(new Set(without.map(({ category }) => category)).size).toBe(without.length)
    })
  })
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
    holds(anyDocument(oneRate).filter(isExclusive), (document, { taxes, net, tax, total }) => {
      fc.pre(taxes.every(({ taxable, tax }) => isWritable(taxable + tax)))
      expect(totals(priced(document, taxes, true))).toMatchObject({ net, tax, total, taxes })
    })
  })

  // The other way the tax is the rest of a rounded net, so that 7.53 bears 1.25 where 6.28 × 20 % is 1.26.
  it('differ the other way by at most one smallest unit for each rate of at most 100 %', () => {
    holds(
      anyDocument(oneRate).filter((document) => document.pricesIncludeTax),
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
