import { gzipSync } from 'node:zlib'
import type { BrowserContext } from 'playwright-core'
import { ownerAt } from '../../support/remote-people.ts'
import { postMail } from '../../support/signed-mail.ts'
import { browserOf } from '../browser.ts'
import { type Figure, kilobytes, verdictOn } from '../figure.ts'
import { rawMailOf } from '../mails.ts'
import type { Product } from '../product.ts'
import { startProduct } from '../server.ts'

const LIMIT_BYTES = 250_000
const SUBJECT = 'A haircut on Friday'

/** The JavaScript that a browser loads until it shows the inbox of a member, and until it shows the sign-in page. */
export async function firstScreen(product: Product): Promise<Figure[]> {
  const server = await startProduct(product.config)
  const { owner, inbox } = await ownerAt(server.url, 'Salon Example')
  await postMail(server.url, inbox, rawMailOf(1000, SUBJECT))
  const browser = await browserOf(owner)
  const inboxBytes = await scriptBytes(browser.context, `${server.url}/inbox`, SUBJECT)
  await browser.context.clearCookies()
  const signInBytes = await scriptBytes(browser.context, `${server.url}/sign-in`, 'Forgot')
  await browser.close()
  return [figure('inbox of a member', inboxBytes), figure('sign-in page', signInBytes)]
}

const figure = (screen: string, bytes: number): Figure => ({
  what: `JavaScript until the first screen, gzipped: ${screen}`,
  ours: kilobytes(bytes),
  baseline: '0 KB (a page without scripts)',
  ratio: null,
  limit: kilobytes(LIMIT_BYTES),
  verdict: verdictOn(bytes, LIMIT_BYTES, null),
  notes: [],
})

/** What a browser with an empty cache loads until the text is there and nothing more is on its way. */
async function scriptBytes(context: BrowserContext, url: string, text: string): Promise<number> {
  const page = await context.newPage()
  const sizes: Promise<number>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      sizes.push(response.body().then((body) => gzipSync(body).length))
  })
  await page.goto(url)
  await page.getByText(text).first().waitFor()
  await page.waitForLoadState('networkidle')
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  await page.close()
  return bytes
}
