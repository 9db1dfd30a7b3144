import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults, launchBrowser, picture, signInAs, type Visit, visit } from '../support/browser.ts'
import { ownerAt, type RemotePerson } from '../support/remote-people.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'

let server: RunningServer
let browser: Browser
let owner: RemotePerson
let mine: Visit
let page: Page
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  owner = (await ownerAt(server.url, 'Studio Lind')).owner
  await owner.caller.contacts.create.mutate({ name: 'Mara Weber', email: 'mara@customer.test', phone: null })
  mine = await visit(browser, server.url)
  await signInAs(mine, owner)
  page = mine.page
})
afterAll(() => Promise.all([browser?.close(), server?.stop()]))
afterEach(() => expect([...mine.faults, ...mine.foreign]).toEqual([]))

const TABLE = [
  'Vorname;Nachname;E-Mail;Geburtstag;Hautton',
  'Mara;Weber;mara@customer.test;2.3.1990;hell',
  'Olga;Okt;olga@customer.test;;dunkel',
  'Tom;Test;tom@;;',
].join('\r\n')

const choose = async (name: string, content: string) => {
  await page.getByText('Drop a table saved as CSV').waitFor()
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })
}
const WIDE = { width: 1360, height: 860 }
const PHONE = { width: 390, height: 844 }
/** In each look: no serious fault, and nothing that must be moved sideways. */
async function looksSound(name: string) {
  for (const [look, colorScheme, size] of [
    ['light', 'light', WIDE],
    ['dark', 'dark', WIDE],
    ['phone', 'light', PHONE],
  ] as const) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize(size)
    await picture(page, `${look}-${name}`)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0)
  }
  await page.setViewportSize(WIDE)
}
const outcome = (name: string) => page.getByRole('region', { name })

describe('somebody with a table of customers', () => {
  it('sees what its columns become, and tries it without writing', async () => {
    await page.goto('/contacts')
    await page.getByRole('button', { name: 'More about contacts' }).click()
    await page.getByRole('menuitem', { name: 'Import contacts' }).click()
    await choose('kunden.csv', TABLE)
    await page.getByText('Columns divided by semicolons, letters in UTF-8.').waitFor()
    const becomes = (column: string) => page.getByRole('combobox', { name: `What “${column}” becomes` })
    expect(await becomes('Vorname').inputValue()).toBe('part givenName')
    expect(await becomes('Hautton').inputValue()).toBe('new text')
    await page.getByRole('textbox', { name: 'Name of the new field for “Hautton”' }).fill('Skin tone')
    await looksSound('import-columns')
    await page.getByRole('button', { name: 'Try it without writing' }).click()
    await outcome('What would be imported').getByText('1 would be a new contact').waitFor()
    await outcome('What would be imported').getByText('1 would change a contact').waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Rows that were left out' }).click()
    expect((await download).suggestedFilename()).toBe('kunden - rows to mend.csv')
    expect(await owner.caller.contacts.count.query()).toBe(1)
  })

  it('imports it, sees what came of it, and undoes it', async () => {
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await outcome('What was imported').getByText('1 new contact').waitFor()
    await page.getByRole('button', { name: 'Undo this import' }).waitFor()
    expect(await owner.caller.contacts.count.query()).toBe(2)
    await looksSound('import-done')
    const [olga] = (await owner.caller.contacts.list.query({ text: 'Olga' })).rows
    await owner.caller.tasks.create.mutate({ title: 'Call Olga', dueOn: null, contactId: olga!.id })
    await page.getByRole('button', { name: 'Undo this import' }).click()
    await page.getByText('This import is undone.').waitFor()
    await page.getByRole('list', { name: 'Kept' }).getByRole('link', { name: 'Olga Okt' }).waitFor()
    await looksSound('import-undone')
    await page.getByRole('link', { name: 'All imports' }).click()
    await page.getByRole('list', { name: 'Imports' }).getByText('undone').waitFor()
    await looksSound('imports')
  })

  it('follows a large one while it runs, and is told when a file is none', async () => {
    await choose('book.xlsx', 'PK')
    await page.getByText('save it as CSV').waitFor()
    // The browser notes every refusal of a server by itself.
    expect(mine.faults.splice(0)).toEqual([expect.stringContaining('400')])
    const rows = Array.from({ length: 25_000 }, (_, at) => `Person ${at},person.${at}@customer.test`)
    await page.locator('input[type=file]').setInputFiles({
      name: 'many.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`Name,Email\n${rows.join('\n')}\n`),
    })
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await page.getByRole('progressbar', { name: 'How much of the file is read' }).waitFor()
    await outcome('What was imported')
      .getByText(/[1-9],000 rows so far/)
      .waitFor()
    await outcome('What was imported').getByText('25,000 new contacts').waitFor({ timeout: 90_000 })
    await page.getByRole('button', { name: 'Undo this import' }).waitFor()
  })
})
