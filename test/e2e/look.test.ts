import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults, launchBrowser, picture, type Visit, visit } from '../support/browser.ts'
import { DARK, LIGHT, ON_PHONE, ON_PHONE_DARK } from '../support/looks.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'

type Screen = { name: string; address: string; action?: (page: Page) => Promise<unknown> }
/** Opens the first of a list, and waits for what belongs to it. */
const firstIn = (list: string, role: 'article' | 'region' | 'complementary', name?: string) => async (page: Page) => {
  await page.getByRole('list', { name: list }).getByRole('listitem').first().locator('a, button').click()
  await page
    .getByRole(role, name ? { name, exact: true } : {})
    .first()
    .waitFor()
}

const BEFORE_SIGN_IN: Screen[] = [
  { name: 'sign-in', address: '/sign-in' },
  { name: 'sign-up', address: '/sign-up' },
  { name: 'forgot-password', address: '/forgot-password' },
  { name: 'confirm-address', address: '/confirm-address?token=none' },
  { name: 'invitation', address: '/invitation?token=none' },
]
const IN_THE_OFFICE: Screen[] = [
  { name: 'inbox', address: '/inbox' },
  { name: 'conversation', address: '/inbox', action: firstIn('Conversations', 'article') },
  { name: 'inbox-done', address: '/inbox?status=done' },
  { name: 'inbox-spam', address: '/inbox?status=spam' },
  { name: 'review', address: '/review' },
  { name: 'suggestion', address: '/review', action: firstIn('Suggestions', 'region', 'Suggestion') },
  { name: 'calendar', address: '/calendar?view=week' },
  { name: 'calendar-day', address: '/calendar?view=day' },
  { name: 'calendar-month', address: '/calendar?view=month' },
  { name: 'calendar-people', address: '/calendar?view=people' },
  { name: 'calendar-new', address: '/calendar?new=true' },
  { name: 'calendar-sheet', address: '/calendar/sheet' },
  { name: 'tasks', address: '/tasks' },
  { name: 'deals', address: '/deals' },
  { name: 'deal', address: '/deals?view=list', action: openDeal },
  { name: 'dashboard', address: '/dashboard' },
  { name: 'dashboard-counted', address: '/dashboard?show=answers&answer=hour' },
  { name: 'pipelines', address: '/settings#pipelines' },
  { name: 'deals-list', address: '/deals?view=list' },
  { name: 'deals-forecast', address: '/deals?view=forecast' },
  { name: 'contacts', address: '/contacts' },
  { name: 'contact', address: '/contacts', action: firstIn('Contacts', 'complementary', 'At a glance') },
  { name: 'contacts-filtered', address: '/contacts', action: openFilter },
  { name: 'companies', address: '/companies' },
  { name: 'own-fields', address: '/settings#fields' },
  { name: 'unattended', address: '/unattended' },
  { name: 'duplicates', address: '/contacts/duplicates' },
  { name: 'trash', address: '/trash' },
  { name: 'settings', address: '/settings' },
  { name: 'settings-below', address: '/settings#demo' },
  { name: 'what-happened', address: '/settings#notes' },
  { name: 'second-factor-key', address: '/settings', action: beginSecondFactor },
  {
    name: 'account-form',
    address: '/settings',
    action: (page) => page.getByRole('button', { name: 'Change password' }).click(),
  },
  { name: 'recent-actions', address: '/inbox', action: openRecentActions },
  { name: 'search', address: '/inbox', action: search },
  { name: 'commands', address: '/inbox', action: (page) => page.keyboard.press('Control+k') },
  { name: 'second-office', address: '/start' },
  { name: 'nowhere', address: '/no-such-place' },
]

const LONGEST_WAIT_MS = 15_000

let server: RunningServer
let browser: Browser
let demo: { email: string; password: string }
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  const prepared = await fetch(`${server.url}/local/prepare`, { method: 'POST' })
  demo = await prepared.json()
})
afterAll(() => Promise.all([browser?.close(), server?.stop()]))

async function openFilter(page: Page) {
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('button', { name: 'Add condition' }).waitFor()
}

async function openDeal(page: Page) {
  await page.locator('main section a[href^="/deals/"]').first().click()
  await page.getByRole('region', { name: 'Stages so far' }).waitFor()
}

async function openRecentActions(page: Page) {
  await page.getByRole('button', { name: 'Done by the assistant' }).click()
  await page.getByRole('heading', { name: 'Done by the assistant' }).waitFor()
}

async function beginSecondFactor(page: Page) {
  await page.getByRole('button', { name: 'Switch on' }).click()
  await page.getByLabel('Your password').fill(demo.password)
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('img', { name: 'QR code of the key' }).scrollIntoViewIfNeeded()
}

async function search(page: Page) {
  await page.getByRole('combobox').fill('an')
  await page.getByRole('option').first().waitFor()
}

async function signIn({ page }: Visit) {
  await page.goto('/sign-in')
  await page.getByLabel('Email').fill(demo.email)
  await page.getByLabel('Password', { exact: true }).fill(demo.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('list', { name: 'Conversations' }).waitFor()
}

/** Opens a screen and waits until nothing of it is still being fetched. */
async function open(page: Page, { address, action }: Screen) {
  await page.goto(address)
  await page.locator('h1, h2').filter({ visible: true }).first().waitFor()
  await action?.(page)
  await expect.poll(() => page.getByLabel('Loading').count(), { timeout: LONGEST_WAIT_MS }).toBe(0)
  await page.evaluate('document.fonts.ready.then(() => true)')
}

/** Runs in the page: what is wider than the window, or can be scrolled sideways though it is not meant to be. */
const TOO_WIDE = `[...document.querySelectorAll('body *')].filter((element) => {
  if (element.closest('[data-sideways]')) return false
  const { right, width, height } = element.getBoundingClientRect()
  const scrolls = ['auto', 'scroll'].includes(getComputedStyle(element).overflowX)
  return (width > 1 && height > 1 && right > innerWidth + 1) || (scrolls && element.scrollWidth > element.clientWidth + 1)
}).map((element) => element.tagName + '.' + element.className + ' ' + (element.textContent ?? '').slice(0, 40))`

describe.each([LIGHT, DARK, ON_PHONE, ON_PHONE_DARK])('the product, $look', ({ look, options }) => {
  let visitor: Visit
  beforeAll(async () => {
    visitor = await visit(browser, server.url, options)
  })
  afterAll(() => visitor.leave())

  async function isSound(screen: Screen) {
    const { page, faults, foreign } = visitor
    await open(page, screen)
    expect(await picture(page, `${look}-${screen.name}`)).toBeGreaterThan(0)
    const inaccessible = await accessibilityFaults(page)
    const tooWide = await page.evaluate(TOO_WIDE)
    const found = { inaccessible, tooWide, faults: faults.splice(0), foreign: foreign.splice(0) }
    expect(found).toEqual({ inaccessible: [], tooWide: [], faults: [], foreign: [] })
  }

  it.each(BEFORE_SIGN_IN)('shows $name without a fault', isSound)
  it('lets its demo owner in', () => signIn(visitor))
  it.each(IN_THE_OFFICE)('shows $name without a fault', isSound)
})

const MAIN_SCREEN = path.join(import.meta.dirname, 'pictures/main-screen.png')

describe('the README', () => {
  it('has a picture of the main screen as it is', async () => {
    const visitor = await visit(browser, server.url, { colorScheme: 'light' })
    await signIn(visitor)
    // She has an appointment on whatever day the demo is made.
    const hers = (page: Page) => page.getByRole('link', { name: /Zoë Lambert/ }).click()
    await open(visitor.page, { name: 'main-screen', address: '/inbox', action: hers })
    await visitor.page.getByRole('complementary', { name: 'Contact' }).getByText('Appointments').waitFor()
    const image = await visitor.page.screenshot()
    expect(image.length).toBeGreaterThan(0)
    if (process.env.FOYER_SHOTS) writeFileSync(MAIN_SCREEN, image)
    await visitor.leave()
  })
})
