import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Adjustment } from '../../../worker/features/billing/rules/document.ts'
import { totals } from '../../../worker/features/billing/rules/totals.ts'
import { divide, sum } from '../../../worker/kernel/money.ts'
import { anyDocument } from './any-document.ts'
import { exactTotals } from './exact.ts'
import { counted, holds, isExclusive, ONE_RATE } from './holds.ts'

const amounts = (parts: readonly { amount: bigint }[]) => sum(parts.map(({ amount }) => amount))

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
  const documents = anyDocument(ONE_RATE).filter(isExclusive)

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
