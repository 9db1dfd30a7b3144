import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { launchBrowser, signInAs, type Visit, visit } from '../support/browser.ts'
import { everyConversation, everyMessage } from '../support/every-page.ts'
import { HTML_PAYLOADS } from '../support/html-payloads.ts'
import { rawMail } from '../support/raw-mail.ts'
import { ownerAt, type RemotePerson } from '../support/remote-people.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { postMail } from '../support/signed-mail.ts'

const FILED_WITHIN_MS = 60_000
const TRACKER = 'https://tracker.example/seen.gif'
const TRACKED = `<p>Hello</p><img src="${TRACKER}" width="1" height="1"><p>See you soon</p>`
const ONE_PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

let server: RunningServer
let browser: Browser
let owner: RemotePerson
let mine: Visit
let page: Page
/** The messages by their subjects. */
let messages: Map<string, string>

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  const opened = await ownerAt(server.url, 'Studio Lind')
  owner = opened.owner
  const send = (subject: string, html: string) =>
    postMail(
      server.url,
      opened.inbox,
      rawMail({ subject, text: html, headers: ['Content-Type: text/html; charset=utf-8'] }),
    )
  for (const [n, payload] of HTML_PAYLOADS.entries()) await send(`Payload ${n}`, `<p>Hello</p>${payload}`)
  await send('Everything at once', `<p>Hello</p>${HTML_PAYLOADS.join('\r\n')}`)
  await send('Tracked', TRACKED)
  messages = await vi.waitFor(() => idsBySubject(HTML_PAYLOADS.length + 2), { timeout: FILED_WITHIN_MS, interval: 500 })
  mine = await visit(browser, server.url)
  await signInAs(mine, owner)
  page = mine.page
})
afterAll(() => Promise.all([browser?.close(), server?.stop()]))

/** The ids of all messages by their subjects, once there are so many. */
async function idsBySubject(count: number): Promise<Map<string, string>> {
  const found = await everyMessage(owner.caller, await everyConversation(owner.caller))
  expect(found).toHaveLength(count)
  return new Map(found.map(({ subject, id }) => [subject, id]))
}

/** What the browser noticed since it was last asked. */
const noticed = () => ({ faults: mine.faults.splice(0), foreign: mine.foreign.splice(0) })
const NOTHING = { faults: [], foreign: [] }

const formatted = () => page.frameLocator('iframe[title="The message as its sender formatted it"]')

/** Opens a mail on the screen, as its sender formatted it. */
async function openFormatted(subject: string) {
  await page.goto('/inbox')
  await page.getByRole('combobox').fill(subject)
  await page.getByRole('option', { name: subject }).first().click()
  await page.getByRole('button', { name: 'Show original formatting' }).click()
  await formatted().getByText('Hello').first().waitFor()
}

describe('a mail that means harm', () => {
  it('would be noticed here, if its page were not made safe', async () => {
    const body = `<script>alert(1)</script><img src="${TRACKER}">`
    await page.route('**/unsafe', (route) => route.fulfill({ contentType: 'text/html', body }))
    await page.route(TRACKER, (route) => route.fulfill({ contentType: 'image/gif', body: ONE_PIXEL }))
    await page.goto('/unsafe')
    expect(noticed()).toEqual({ faults: ['A dialog opened: 1'], foreign: [TRACKER] })
  })

  it('runs nothing and loads nothing, even where its page is opened alone', async () => {
    for (const [n, payload] of HTML_PAYLOADS.entries()) {
      const answer = await page.goto(`/files/messages/${messages.get(`Payload ${n}`)}/html`)
      expect({ payload, status: answer?.status(), ...noticed() }).toEqual({ payload, status: 200, ...NOTHING })
    }
  })

  it('runs nothing and loads nothing on the screen', async () => {
    await openFormatted('Everything at once')
    expect(noticed()).toEqual(NOTHING)
  })

  it('is not told that it was read, until a member asks for its pictures', async () => {
    await openFormatted('Tracked')
    await page.getByText('One picture from elsewhere not loaded').waitFor()
    expect(noticed()).toEqual(NOTHING)
    await page.goto(`/files/messages/${messages.get('Tracked')}/html?images=show`)
    expect(noticed()).toEqual({ faults: [], foreign: [TRACKER] })
  })
})
