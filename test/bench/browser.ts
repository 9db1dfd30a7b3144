import packaged from '@sparticuz/chromium'
import { type BrowserContext, chromium } from 'playwright-core'
import type { RemotePerson } from '../support/remote-people.ts'

const SCREEN = { width: 1280, height: 900 }

/** A browser in which this person is signed in. */
export async function browserOf({
  url,
  cookie,
}: RemotePerson): Promise<{ context: BrowserContext; close: () => Promise<void> }> {
  const executablePath = await packaged.executablePath()
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'], headless: true })
  const context = await browser.newContext({ viewport: SCREEN })
  const cookies = cookie.split('; ').map((pair) => {
    const name = pair.slice(0, pair.indexOf('='))
    return { name, value: pair.slice(name.length + 1), url }
  })
  await context.addCookies(cookies)
  return { context, close: () => browser.close() }
}
