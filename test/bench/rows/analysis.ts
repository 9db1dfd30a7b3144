import { z } from 'zod'
import { type Figure, milliseconds, ratiosOf, verdictOn } from '../figure.ts'
import { inTurn } from '../in-turn.ts'
import { readableMails } from '../mails.ts'
import { startBare } from '../server.ts'
import { median, spreadOf } from '../spread.ts'

const MAIL_CHARACTERS = 5 * 1024
const LIMIT_MS = 5

const Answer = z.object({ done: z.number() })

/** What the built-in analyser costs in workerd, beside a copy of the same mail through JSON. */
export async function analysis(): Promise<Figure[]> {
  const server = await startBare('analysis')
  const body = JSON.stringify(readableMails(MAIL_CHARACTERS))
  const times = async (path: string) => {
    const answer = await fetch(`${server.url}${path}`, { method: 'POST', body })
    return Answer.parse(await answer.json()).done
  }
  const measured = await inTurn({
    ours: { pid: server.pid, ask: () => times('/analyse') },
    baseline: { pid: server.pid, ask: () => times('/copy') },
  })
  return [
    {
      what: 'built-in analysis of a 5 KB mail in workerd, CPU',
      ours: milliseconds(median(measured.ours)),
      baseline: `${(median(measured.baseline) * 1000).toFixed(0)} µs (the mail through JSON and back)`,
      ratio: ratiosOf(measured.ours, measured.baseline),
      limit: milliseconds(LIMIT_MS),
      verdict: verdictOn(median(measured.ours), LIMIT_MS, spreadOf(measured.ours)),
      notes: [],
    },
  ]
}
