import type { Page } from 'playwright-core'
import { ownerAt } from '../../support/remote-people.ts'
import { type Inbox, postMail } from '../../support/signed-mail.ts'
import { browserOf } from '../browser.ts'
import { type Figure, milliseconds, ratiosOf, verdictOn } from '../figure.ts'
import { rawMailOf } from '../mails.ts'
import type { Product } from '../product.ts'
import { type Server, startBare, startProduct } from '../server.ts'
import { median, quantile, spreadOf } from '../spread.ts'

const MAILS = 100
const WARM_UP_MAILS = 5
const MAIL_BYTES = 5 * 1024
const LIMIT_MS = 1000
const TAIL = 0.95

/** How long one mail took, in milliseconds: until it was seen, until our door had answered, and the bare one. */
type Times = { seen: number; door: number; bare: number }

/** From sending a mail to seeing it in an inbox that is open in a browser, one mail after the other. */
export async function mailToScreen(product: Product): Promise<Figure[]> {
  const [ours, bare] = [await startProduct(product.config), await startBare('mail')]
  const { owner, inbox } = await ownerAt(ours.url, 'Salon Example')
  const browser = await browserOf(owner)
  const page = await browser.context.newPage()
  await page.goto(`${ours.url}/inbox`)
  const times: Times[] = []
  for (let n = -WARM_UP_MAILS; n < MAILS; n += 1) {
    const measured = await follow(`Matter ${n}`, { page, ours, inbox, bare })
    if (n >= 0) times.push(measured)
  }
  await browser.close()
  return [figureOf(times)]
}

function figureOf(times: Times[]): Figure {
  const [seen, baseline] = [times.map((each) => each.seen), times.map((each) => each.bare)]
  const tail = quantile(seen, TAIL)
  const door = median(times.map((each) => each.door))
  return {
    what: `from sending a mail to seeing it in an open inbox, ${MAILS} mails`,
    ours: `${milliseconds(median(seen))}, p95 ${milliseconds(tail)}`,
    baseline: `${milliseconds(median(baseline))}, p95 ${milliseconds(quantile(baseline, TAIL))} (a bare Worker's answer)`,
    ratio: ratiosOf(seen, baseline),
    limit: `p95 ${milliseconds(LIMIT_MS)}`,
    verdict: verdictOn(tail, LIMIT_MS, spreadOf(seen)),
    notes: [`of this, until our door had answered: ${milliseconds(door)}.`],
  }
}

type Place = { page: Page; ours: Server; inbox: Inbox; bare: Server }

async function follow(subject: string, { page, ours, inbox, bare }: Place): Promise<Times> {
  const mail = rawMailOf(MAIL_BYTES, subject)
  const beforeBare = performance.now()
  await fetch(bare.url, { method: 'POST', body: mail })
  const sentAt = performance.now()
  const shown = shownAt(page, subject)
  const answer = await postMail(ours.url, inbox, mail)
  const answeredAt = performance.now()
  if (!answer.ok) throw new Error(`The mail was not accepted: ${answer.status} ${await answer.text()}`)
  return { seen: (await shown) - sentAt, door: answeredAt - sentAt, bare: sentAt - beforeBare }
}

/** When a row of the list with this subject was painted. */
async function shownAt(page: Page, subject: string): Promise<number> {
  await page.getByText(subject, { exact: true }).first().waitFor()
  return performance.now()
}
