import { z } from 'zod'
import type { Doc } from '../../../worker/features/billing/rules/document.ts'
import { type Figure, milliseconds, ratiosOf, verdictOn } from '../figure.ts'
import { inTurn } from '../in-turn.ts'
import { startBare } from '../server.ts'
import { median, spreadOf } from '../spread.ts'

const LINES = 100
const LIMIT_MS = 1

const Answer = z.object({ done: z.number().positive() })

/** What the totals of a long invoice cost in workerd, beside the same sums in floating point. */
export async function totalsOfLines(): Promise<Figure[]> {
  const server = await startBare('totals')
  const body = JSON.stringify(invoice())
  const times = async (path: string) => {
    const answer = await fetch(`${server.url}${path}`, { method: 'POST', body })
    return Answer.parse(await answer.json()).done
  }
  const measured = await inTurn({
    ours: { pid: server.pid, ask: () => times('/totals') },
    baseline: { pid: server.pid, ask: () => times('/floats') },
  })
  return [
    {
      what: `totals of ${LINES} lines in workerd, CPU`,
      ours: milliseconds(median(measured.ours)),
      baseline: `${(median(measured.baseline) * 1000).toFixed(0)} µs (in floating point, and wrong by cents)`,
      ratio: ratiosOf(measured.ours, measured.baseline),
      limit: milliseconds(LIMIT_MS),
      verdict: verdictOn(median(measured.ours), LIMIT_MS, spreadOf(measured.ours)),
      notes: ['three rates, a discount on every fourth line, and one on the whole.'],
    },
  ]
}

const invoice = (): Doc => ({
  currency: 'EUR',
  pricesIncludeTax: false,
  lines: Array.from({ length: LINES }, (_, n) => ({
    ...{ quantity: `${1 + (n % 7)}.5`, unitPrice: `${n}.${10 + (n % 90)}`, taxCategory: 'S' },
    taxRate: ['19', '7', '5.5'][n % 3] ?? '19',
    ...(n % 4 === 0 && { adjustments: [{ kind: 'discount', percent: '12.5' }] }),
  })),
  adjustments: [{ kind: 'discount', percent: '3' }],
})
