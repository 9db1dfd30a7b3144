import type { Doc } from '../../../worker/features/billing/rules/document.ts'
import { totals } from '../../../worker/features/billing/rules/totals.ts'

/** One document is counted so quickly that without repeating it the request itself would be what is measured. */
const TIMES = 200

/** Counts the document of the request many times, or adds it up in floating point; answers how often it did. */
export default {
  async fetch(request) {
    const doc: Doc = await request.json()
    const count = new URL(request.url).pathname === '/floats' ? inFloats : (doc: Doc) => totals(doc).total
    // The result is used, so that the work cannot be left out.
    const results = new Set(Array.from({ length: TIMES }, () => String(count(doc))))
    return Response.json({ done: results.size === 1 ? TIMES : 0 })
  },
} satisfies ExportedHandler

/** What one would write who does not mind cents: the least that any calculation has to do. */
function inFloats({ lines }: Doc): number {
  const taxes = new Map<string, number>()
  for (const { quantity, unitPrice, taxRate, adjustments = [] } of lines) {
    const amount = Number(quantity) * Number(unitPrice)
    const off = adjustments.reduce((sum, { percent }) => sum + (amount * Number(percent ?? 0)) / 100, 0)
    taxes.set(taxRate, (taxes.get(taxRate) ?? 0) + amount - off)
  }
  return [...taxes].reduce((total, [rate, net]) => total + net * (1 + Number(rate) / 100), 0)
}
