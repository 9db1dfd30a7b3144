import type { Adjustment, Doc, Line } from '../../../worker/features/billing/rules/document.ts'
import type { Totals } from '../../../worker/features/billing/rules/totals.ts'

/** A line of one piece with the standard rate, unless something else is said. */
export const line = (unitPrice: string, taxRate = '19', more: Partial<Line> = {}): Line => ({
  ...{ quantity: '1', unitPrice, taxCategory: 'S', taxRate },
  ...more,
})

/** A document in euros whose prices are without tax, unless something else is said. */
export const doc = (lines: readonly Line[], more: Partial<Doc> = {}): Doc => ({
  ...{ currency: 'EUR', pricesIncludeTax: false, lines },
  ...more,
})

export const off = (amount: string): Adjustment => ({ kind: 'discount', amount })
export const percentOff = (percent: string): Adjustment => ({ kind: 'discount', percent })
export const plus = (amount: string): Adjustment => ({ kind: 'charge', amount })
export const percentMore = (percent: string): Adjustment => ({ kind: 'charge', percent })

/** The rows of taxes in few letters: category, rate, on what, and how much. */
export const taxesOf = (rows: Totals['taxes']) =>
  rows.map(({ category, rate, taxable, tax }) => [category, rate, taxable, tax])
