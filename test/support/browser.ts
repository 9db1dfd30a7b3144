import { mkdirSync } from 'node:fs'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import packaged from '@sparticuz/chromium'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

/** A real Chromium, from its npm package. */
export async function launchBrowser(): Promise<Browser> {
  // Not with the package's own arguments: they are for servers, and switch off what protects a user.
  return chromium.launch({ executablePath: await packaged.executablePath(), args: ['--no-sandbox'] })
}

/** A person at a browser of their own. */
export type Visit = {
  page: Page
  /** What went wrong unseen: errors on the console (among them what a policy refused) and what no code caught. */
  faults: string[]
  /** The addresses outside the server that the browser asked for. */
  foreign: string[]
  leave: () => Promise<void>
}

const LONGEST_WAIT_MS = 15_000

/** Opens a browser window that knows nobody, at a running server. */
export async function visit(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1360, height: 860 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
    ...options,
  })
  context.setDefaultTimeout(LONGEST_WAIT_MS)
  const page = await context.newPage()
  const faults: string[] = []
  const foreign: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => faults.push(String(error.error())))
  context.on('dialog', (dialog) => {
    faults.push(`A dialog opened: ${dialog.message()}`)
    void dialog.dismiss()
  })
  context.on('request', (request) => {
    const asked = new URL(request.url())
    if (/^(https?|wss?):$/.test(asked.protocol) && asked.host !== new URL(url).host) foreign.push(request.url())
  })
  return { page, faults, foreign, leave: () => context.close() }
}

/** Gives the browser the session of somebody who signed in elsewhere. */
export async function signInAs({ page }: Visit, { url, cookie }: { url: string; cookie: string }) {
  const [name = '', ...value] = cookie.split('=')
  await page.context().addCookies([{ name, value: value.join('='), url }])
}

/** The serious faults in accessibility of the page as it is, each with where it is. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`))
}

/** Takes a picture of the page; it is kept where `FOYER_SHOTS` names a folder. Answers its size in bytes. */
export async function picture(page: Page, name: string): Promise<number> {
  const folder = process.env.FOYER_SHOTS
  if (folder) mkdirSync(folder, { recursive: true })
  const image = await page.screenshot(folder ? { path: path.join(folder, `${name}.png`) } : {})
  return image.length
}
