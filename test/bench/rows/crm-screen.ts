import type { Page } from 'playwright-core'
import { browserOf } from '../browser.ts'
import { ASKED, LARGE } from '../crm/rows.ts'
import { type Figure, milliseconds, verdictOn } from '../figure.ts'
import type { Product } from '../product.ts'
import { startProduct } from '../server.ts'
import { median, quantile, spreadOf } from '../spread.ts'
import { officeOf } from './crm.ts'

const FRAME_LIMIT_MS = 50
const ANSWER_LIMIT_MS = 100
const SLOWER = 4
const TURNS = 120
/** With fewer letters nothing is asked. */
const SHORTEST = 2
const TAIL = 0.95

/** How a browser feels with 100,000 contacts: frames while the list is scrolled on a slow machine, and answers while one types. */
export async function crmScreen(product: Product): Promise<Figure[]> {
  const server = await startProduct(product.configWithoutConsumers)
  const { owner } = await officeOf(server, null, LARGE)
  const browser = await browserOf(owner)
  const page = await browser.context.newPage()
  await page.goto(`${server.url}/contacts`)
  await page.getByText('@mail.test').first().waitFor()
  const answers = await typingTimes(page)
  const frames = await scrollingFrames(page)
  await browser.close()
  return [
    {
      what: `scrolling the list of ${LARGE.contacts} contacts, processor ${SLOWER} times slower: longest frame`,
      ours: milliseconds(Math.max(...frames)),
      baseline: `${milliseconds(median(frames))} (median frame)`,
      ratio: null,
      limit: milliseconds(FRAME_LIMIT_MS),
      verdict: verdictOn(Math.max(...frames), FRAME_LIMIT_MS, spreadOf(frames)),
      notes: [`p99 ${milliseconds(quantile(frames, 0.99))}, ${frames.length} frames.`],
    },
    {
      what: `from a key in the search to what it finds among ${LARGE.contacts} contacts, p95`,
      ours: milliseconds(quantile(answers, TAIL)),
      baseline: `${milliseconds(median(answers))} (median)`,
      ratio: null,
      limit: milliseconds(ANSWER_LIMIT_MS),
      verdict: verdictOn(quantile(answers, TAIL), ANSWER_LIMIT_MS, spreadOf(answers)),
      notes: ['with a pause of 30 ms after the last key, so that not every key of a fast typist is asked for.'],
    },
  ]
}

/** Types a name letter by letter; how long after each letter the person's line, or one that holds the letters, was there. */
async function typingTimes(page: Page): Promise<number[]> {
  const field = page.getByRole('combobox', { name: 'Find or do anything' })
  const times: number[] = []
  for (let length = SHORTEST; length <= ASKED.name.length; length += 1) {
    const typed = ASKED.name.slice(0, length)
    const begun = performance.now()
    await field.fill(typed)
    await page
      .getByRole('option', { name: new RegExp(typed) })
      .first()
      .waitFor()
    times.push(performance.now() - begun)
  }
  return times
}

/** The times between frames while the wheel turns. */
async function scrollingFrames(page: Page): Promise<number[]> {
  const session = await page.context().newCDPSession(page)
  await page.keyboard.press('Escape')
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await page.mouse.move(700, 500)
  await page.evaluate(
    `window.frames_ = []; { let last = performance.now(); const step = (now) => { frames_.push(now - last); last = now; requestAnimationFrame(step) }; requestAnimationFrame(step) }`,
  )
  for (let turn = 0; turn < TURNS; turn += 1) {
    await page.mouse.wheel(0, 400)
    await page.waitForTimeout(16)
  }
  return (await page.evaluate<number[]>('frames_')).slice(1)
}
