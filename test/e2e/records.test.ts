import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults, launchBrowser, picture, signInAs, type Visit, visit } from '../support/browser.ts'
import { type AddressedInbox, ownerAt, type RemotePerson } from '../support/remote-people.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const LOOKS: { look: string; options: BrowserContextOptions }[] = [
  { look: 'light', options: { colorScheme: 'light' } },
  { look: 'dark', options: { colorScheme: 'dark' } },
  { look: 'phone', options: { ...PHONE, colorScheme: 'light' } },
]
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let server: RunningServer
let browser: Browser
let owner: RemotePerson
let inbox: AddressedInbox
let mine: Visit
let page: Page
let maraId: string
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  ;({ owner, inbox } = await ownerAt(server.url, 'Studio Lind'))
  ;({ id: maraId } = await owner.caller.contacts.create.mutate({
    ...{ name: 'Mara Weber', email: 'mara@customer.test', phone: '030 901820' },
  }))
  mine = await visit(browser, server.url)
  await signInAs(mine, owner)
  page = mine.page
})
afterAll(() => Promise.all([browser?.close(), server?.stop()]))
afterEach(() => expect([...mine.faults, ...mine.foreign]).toEqual([]))

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
const files = () => page.getByRole('region', { name: 'Files' })
const pick = (...chosen: { name: string; mimeType: string; buffer: Buffer }[]) =>
  files().getByLabel('Choose files').setInputFiles(chosen)
const pdf = (name: string, content = 'PDF') => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(content) })

describe('files', () => {
  it('are picked, several at once, and stand in the list and the timeline of the contact', async () => {
    await page.goto(`/contacts/${maraId}`)
    await pick(pdf('Insurance card.pdf'), { name: 'Garden.png', mimeType: 'image/png', buffer: PNG })
    await files().getByRole('link', { name: 'Garden.png' }).waitFor()
    await files().getByText('3 B, Robin Example').waitFor()
    await page.getByText('File Insurance card.pdf').waitFor()
  })

  it('are dropped, and one that is empty says why it is not taken', async () => {
    const dropped = await page.evaluateHandle(`(() => {
      const transfer = new DataTransfer()
      transfer.items.add(new File(['Plan'], 'Plan.txt', { type: 'text/plain' }))
      transfer.items.add(new File([], 'Nothing.txt'))
      return transfer
    })()`)
    await files().dispatchEvent('dragenter', { dataTransfer: dropped })
    await files().getByText('Drop the files here').waitFor()
    await files().dispatchEvent('drop', { dataTransfer: dropped })
    await files().getByRole('link', { name: 'Plan.txt' }).waitFor()
    await files().getByText('“Nothing.txt” is empty.').waitFor()
    await files().getByRole('button', { name: 'Let go of Nothing.txt' }).click()
    expect(await files().getByText('Nothing.txt').count()).toBe(0)
  })

  it('that could not be sent wait to be sent again, once', async () => {
    await page.route('**/files/kept?*', (route) => route.abort())
    await pick(pdf('Contract.pdf'))
    await files().getByText('The connection was lost.').waitFor()
    expect(mine.faults.splice(0)).toEqual([expect.stringContaining('ERR_FAILED')])
    await page.unroute('**/files/kept?*')
    await files().getByRole('button', { name: 'Try again' }).click()
    await files().getByRole('link', { name: 'Contract.pdf' }).waitFor()
    expect(await files().getByText('Contract.pdf').count()).toBe(1)
  })

  it('are saved, or shown where they are images', async () => {
    const saved = page.waitForEvent('download')
    await files().getByRole('link', { name: 'Insurance card.pdf' }).click()
    expect((await saved).suggestedFilename()).toBe('Insurance card.pdf')
    const shown = page.waitForEvent('popup')
    await files().getByRole('link', { name: 'Garden.png' }).click()
    await (await shown).locator('img').waitFor()
    await (await shown).close()
  })

  it('are renamed and deleted, and both are taken back', async () => {
    await button('More about Plan.txt').click()
    await page.getByRole('menuitem', { name: 'Rename' }).click()
    await page.getByLabel('Name of the file').fill('Garden plan')
    await button('Rename').click()
    await files().getByRole('link', { name: 'Garden plan.txt' }).waitFor()
    await button('Undo').last().click()
    await files().getByRole('link', { name: 'Plan.txt', exact: true }).waitFor()
    await button('More about Plan.txt').click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    await expect.poll(() => files().getByRole('link', { name: 'Plan.txt' }).count()).toBe(0)
    await page.goto('/trash')
    await button('Restore: Deleted the file Plan.txt').click()
    await page.goto(`/contacts/${maraId}`)
    await files().getByRole('link', { name: 'Plan.txt' }).waitFor()
  })
})

describe.each(LOOKS)('the screens of records, $look', ({ look, options }) => {
  it('are sound', async () => {
    const visitor = await visit(browser, server.url, options)
    await signInAs(visitor, owner)
    const { page: own, faults } = visitor
    const screens: [string, string, (() => Promise<unknown>)?][] = [
      [
        'contact-files',
        `/contacts/${maraId}`,
        () => own.getByRole('region', { name: 'Files' }).scrollIntoViewIfNeeded(),
      ],
    ]
    for (const [name, address, action] of screens) {
      await own.goto(address)
      await own.locator('h1, h2').filter({ visible: true }).first().waitFor()
      await action?.()
      await expect.poll(() => own.getByLabel('Loading').count()).toBe(0)
      await own.waitForLoadState('networkidle')
      expect(await picture(own, `${look}-${name}`)).toBeGreaterThan(0)
      expect([name, await accessibilityFaults(own), faults.splice(0)]).toEqual([name, [], []])
    }
    await visitor.leave()
  })
})
