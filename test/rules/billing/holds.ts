import fc from 'fast-check'
import { type Breakdown, breakdown } from '../../../worker/features/billing/rules/breakdown.ts'
import type { Doc } from '../../../worker/features/billing/rules/document.ts'
import { Refusal } from '../../../worker/kernel/refusal.ts'

/** Null where a discount or charge has no tax to go to, which is the only thing that such documents are refused for. */
export function counted(document: Doc): Breakdown | null {
  try {
    return breakdown(document)
  } catch (error) {
    if (error instanceof Refusal && error.message.includes('not clear which tax')) return null
    throw error
  }
}

/** Holds for documents that can be counted. */
export const holds = (documents: fc.Arbitrary<Doc>, law: (document: Doc, counted: Breakdown) => void) =>
  fc.assert(
    fc.property(documents, (document) => {
      const found = counted(document)
      fc.pre(found !== null)
      law(document, found)
    }),
    { numRuns: 200 },
  )

export const absolute = (amount: bigint) => (amount < 0n ? -amount : amount)

export const isExclusive = ({ pricesIncludeTax }: Doc) => !pricesIncludeTax
/** Documents on whose lines one rate is due, so that what is taxable sums to the net. */
export const ONE_RATE = { returns: true, onTheWhole: true }
