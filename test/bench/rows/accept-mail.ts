import { ownerAt } from '../../support/remote-people.ts'
import { postMail } from '../../support/signed-mail.ts'
import { type Figure, milliseconds, ratiosOf, verdictOn } from '../figure.ts'
import { inTurn } from '../in-turn.ts'
import { rawMailOf } from '../mails.ts'
import type { Product } from '../product.ts'
import { startBare, startProduct } from '../server.ts'
import { median } from '../spread.ts'

const MAIL_BYTES = 50 * 1024
const LIMIT = 2.5

/** What it costs to take in a mail at the generic door, against one write to R2 and one to D1. */
export async function acceptMail(product: Product): Promise<Figure[]> {
  const [ours, bare] = [await startProduct(product.configWithoutConsumers), await startBare('mail')]
  const { inbox } = await ownerAt(ours.url, 'Salon Example')
  const mail = () => rawMailOf(MAIL_BYTES, 'A haircut')
  const measured = await inTurn({
    ours: { pid: ours.pid, ask: async () => accepted(await postMail(ours.url, inbox, mail())) },
    baseline: {
      pid: bare.pid,
      ask: async () => accepted(await fetch(bare.url, { method: 'POST', body: mail() })),
    },
  })
  const ratio = ratiosOf(measured.ours, measured.baseline)
  return [
    {
      what: 'accepting a 50 KB mail at the generic door, CPU',
      ours: milliseconds(median(measured.ours)),
      baseline: `${milliseconds(median(measured.baseline))} (bare Worker: one R2 put, one D1 insert)`,
      ratio,
      limit: `ratio ${LIMIT.toFixed(1)}`,
      verdict: verdictOn(ratio.median, LIMIT, ratio),
      notes: ['the jobs are written and sent, and the queue has no consumer: only the door is measured.'],
    },
  ]
}

async function accepted(answer: Response): Promise<number> {
  const text = await answer.text()
  if (!text.includes('"accepted"')) throw new Error(`The mail was not accepted: ${answer.status} ${text.slice(0, 500)}`)
  return 1
}
