import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { launchBrowser, signInAs, type Visit, visit } from '../support/browser.ts'
import { rawMail } from '../support/raw-mail.ts'
import { ownerAt, type RemotePerson } from '../support/remote-people.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { postMail } from '../support/signed-mail.ts'

const PEOPLE = ['Ann Archer', 'Ben Cole', 'Cora Dale']
const UNDERSTOOD_WITHIN_MS = 15_000
const TEXT = 'Hello,\r\n\r\ndo you sell gift vouchers, and are you open on Saturdays?\r\n\r\nBest wishes'

let server: RunningServer
let browser: Browser
let owner: RemotePerson
let mine: Visit
let page: Page
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  const opened = await ownerAt(server.url, 'Studio Lind')
  owner = opened.owner
  // Nothing happens by itself here, so that every suggestion waits for a key.
  const { settings, version } = await owner.caller.office.read.query()
  const gate = { ...settings.gate, intents: { customer_question: false } }
  await owner.caller.office.updateSettings.mutate({ settings: { ...settings, gate }, version })
  for (const name of PEOPLE) {
    const from = `${name} <${name.split(' ')[0]?.toLowerCase()}@customer.test>`
    await postMail(server.url, opened.inbox, rawMail({ from, subject: `Vouchers for ${name}`, text: TEXT }))
  }
  await vi.waitFor(async () => expect(await waiting()).toHaveLength(2 * PEOPLE.length), {
    timeout: UNDERSTOOD_WITHIN_MS,
  })
  mine = await visit(browser, server.url)
  await signInAs(mine, owner)
  page = mine.page
})
afterAll(() => Promise.all([browser?.close(), server?.stop()]))
beforeEach(async () => {
  await page.goto('/inbox')
  await row('Ann Archer').waitFor()
})
afterEach(() => expect(mine.faults).toEqual([]))

const waiting = async () => (await owner.caller.assistant.review.query({})).rows
async function statusOf(suggestion: { id: string; conversationId: string } | undefined) {
  const { suggestions } = await owner.caller.inbox.conversation.query({ id: suggestion?.conversationId ?? '' })
  return suggestions.find(({ id }) => id === suggestion?.id)?.status
}
const row = (name: string) => page.getByRole('list', { name: 'Conversations' }).getByRole('link', { name })
const press = (...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
const openSubject = () => page.getByRole('heading', { level: 1 }).filter({ hasText: 'Vouchers for' })
const sheet = () => page.getByRole('dialog', { name: 'Keyboard shortcuts' })

describe('the keyboard', () => {
  it('walks through the inbox with j and k', async () => {
    await press('j')
    await openSubject().getByText('Cora Dale').waitFor()
    await press('j')
    await openSubject().getByText('Ben Cole').waitFor()
    await press('k')
    await openSubject().getByText('Cora Dale').waitFor()
  })

  it('goes to each place with g and a letter', async () => {
    const places = { r: 'Review', t: 'Tasks', d: 'Deals', c: 'Contacts', s: 'Settings', i: 'Inbox' }
    for (const [key, name] of Object.entries(places)) {
      await press('g', key)
      await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
    }
  })

  it('shows every shortcut on ?, and puts the sheet away on Escape', async () => {
    await press('?')
    await sheet().waitFor()
    await press('Escape')
    await sheet().waitFor({ state: 'detached' })
  })

  it('jumps into the search on /, opens what is found, and leaves on Escape', async () => {
    await press('/')
    await page.keyboard.type('cora')
    await page.getByRole('option', { name: 'Cora Dale' }).first().waitFor()
    await press('Escape')
    await page.getByRole('listbox').waitFor({ state: 'detached' })
    await press('/')
    await page.keyboard.type('cora')
    await page.getByRole('option', { name: 'Cora Dale' }).first().waitFor()
    await press('Enter')
    await page.getByRole('complementary', { name: 'At a glance' }).waitFor()
  })

  it('does nothing while somebody types', async () => {
    await press('/')
    await page.keyboard.type('jg t?e')
    expect(await page.getByRole('combobox').inputValue()).toBe('jg t?e')
    expect(await sheet().count()).toBe(0)
    expect(page.url()).toBe(`${server.url}/inbox`)
    await press('Escape')
    await row('Ben Cole').click()
    await page.getByRole('textbox', { name: 'Your answer' }).fill('')
    await page.keyboard.type('ja e?u')
    expect(await page.getByRole('textbox', { name: 'Your answer' }).inputValue()).toBe('ja e?u')
    await openSubject().getByText('Ben Cole').waitFor()
    const { status, unread } = (await owner.caller.inbox.conversations.query({ text: 'Ben Cole' })).rows[0]!
    expect({ status, unread }).toEqual({ status: 'open', unread: false })
  })

  it('answers suggestions: A accepts, U takes back, E edits, R rejects', async () => {
    const [first, second, third] = await waiting()
    await press('g', 'r')
    await page.getByRole('region', { name: 'Suggestion', exact: true }).waitFor()
    await press('a')
    await page.getByRole('button', { name: 'Undo' }).first().waitFor()
    expect(await statusOf(first)).toBe('accepted')
    await press('u')
    await page.getByText('Taken back.').waitFor()
    expect(await statusOf(first)).toBe('undone')
    await press('e')
    await page.getByRole('button', { name: 'Accept with changes' }).waitFor()
    await page.keyboard.type(' are near')
    await press('Control+Enter')
    await vi.waitFor(async () => expect(await statusOf(second)).toBe('accepted'), { timeout: UNDERSTOOD_WITHIN_MS })
    await page.getByRole('button', { name: 'Accept with changes' }).waitFor({ state: 'detached' })
    await press('r')
    await page.getByText('Rejected.').waitFor()
    expect(await statusOf(third)).toBe('rejected')
    expect(await waiting()).toHaveLength(2 * PEOPLE.length - 3)
  })
})
