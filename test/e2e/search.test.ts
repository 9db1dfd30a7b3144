import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults, launchBrowser, picture, signInAs, type Visit, visit } from '../support/browser.ts'
import { DARK, LIGHT, ON_PHONE } from '../support/looks.ts'
import { rawMail } from '../support/raw-mail.ts'
import { ownerAt, type RemotePerson } from '../support/remote-people.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { postMail } from '../support/signed-mail.ts'

const TEXT = [
  'Dear all,\r\n\r\nthank you for coming by so soon. We are very happy with the kitchen, and the children love the new bench.',
  'Only one thing: the Geländer at the top of the stairs has come loose again. Could somebody look at it this month?',
  'You can reach me in the evening.\r\n\r\nWith kind regards\r\nOlga Zabransky',
].join('\r\n')
const FILE = 'Kostenvoranschlag-Treppe.pdf'

let server: RunningServer
let browser: Browser
let owner: RemotePerson
let mine: Visit
let page: Page
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  const office = await ownerAt(server.url, 'Studio Lind')
  owner = office.owner
  const { contacts, companies, deals } = owner.caller
  const { id } = await contacts.create.mutate({ name: 'Jonathan Schmidbauer', email: null, phone: '+49 30 901 87-65' })
  await companies.join.mutate({ contactId: id, name: 'Treppenbau Nord', role: null })
  await deals.create.mutate({ title: 'New stairs for Schmidbauer', amount: '4800', contactId: id })
  const parts = [
    `Content-Type: text/plain; charset=utf-8\r\n\r\n${TEXT}`,
    `Content-Type: application/pdf\r\nContent-Disposition: attachment; filename="${FILE}"\r\n\r\n%PDF`,
  ]
  const mail = {
    ...{ from: 'Olga Zabransky <olga@customer.test>', subject: 'A month after the work' },
    headers: ['Content-Type: multipart/mixed; boundary=part'],
    text: `${parts.map((part) => `--part\r\n${part}\r\n`).join('')}--part--\r\n`,
  }
  await postMail(server.url, office.inbox, rawMail(mail))
  for (let n = 0; n < 3; n += 1)
    await postMail(server.url, office.inbox, rawMail({ subject: `Another matter ${n}`, text: 'How much is a cut?' }))
  mine = await visit(browser, server.url)
  await signInAs(mine, owner)
  page = mine.page
  await page.goto('/inbox')
  for (const subject of ['A month after the work', 'Another matter 2']) await page.getByText(subject).first().waitFor()
})
afterAll(() => Promise.all([browser?.close(), server?.stop()]))
afterEach(() => expect([...mine.faults, ...mine.foreign]).toEqual([]))

const field = (at = page) => at.getByRole('combobox', { name: 'Find or do anything' })
const found = (name: string | RegExp, at = page) =>
  at.getByRole('listbox', { name: 'Found' }).getByRole('option', { name })

describe('somebody who looks for something', () => {
  it('finds the conversation by a word in the middle of an old mail, with the word marked', async () => {
    await page.keyboard.press('Control+k')
    await field().fill('gelander')
    const line = found(/A month after the work/)
    await line.waitFor()
    expect(await line.locator('mark').allInnerTexts()).toEqual(['Geländer'])
    await field().press('Enter')
    await expect.poll(() => page.url()).toContain('/inbox/')
    await page.getByRole('heading', { name: 'A month after the work' }).first().waitFor()
  })

  it('finds a file by the middle of its name, and is led to the mail it came with', async () => {
    await page.goto('/deals')
    await page.keyboard.press('/')
    await field().fill('treppe kosten')
    await found(new RegExp(FILE)).waitFor()
    await field().press('Enter')
    await page.getByRole('heading', { name: 'A month after the work' }).first().waitFor()
    await page.getByText(FILE).first().waitFor()
  })

  it('finds a person by a mistyped name, with what else bears it', async () => {
    await field().fill('shmidbaur')
    await found(/Jonathan Schmidbauer/).waitFor()
    await field().fill('schmidb')
    await found(/New stairs for Schmidbauer/).waitFor()
    await field().fill('treppenb')
    await found(/^Treppenbau Nord/).waitFor()
    await found(/Jonathan Schmidbauer/).waitFor()
  })

  it('finds who calls by a piece of the number in another writing', async () => {
    for (const typed of ['0901 87', '(030) 90187', '0049 (0) 30/901-8765', '8765']) {
      await field().fill('')
      await field().fill(typed)
      await found(/Jonathan Schmidbauer.*\+49 30 901 87-65/).waitFor()
    }
  })

  it.each([LIGHT, DARK, ON_PHONE])(
    'sees it in $look, without a serious fault in accessibility',
    async ({ look, options }) => {
      const theirs = await visit(browser, server.url, options)
      await signInAs(theirs, owner)
      const screen = theirs.page
      await screen.goto('/contacts')
      for (const [typed, shown] of [
        ['stairs', /A month after the work/],
        ['kosten', new RegExp(FILE)],
        ['8765', /Jonathan Schmidbauer/],
      ] as const) {
        await field(screen).fill(typed)
        await found(shown, screen).waitFor()
        await picture(screen, `search-${typed}-${look}`)
        expect(await accessibilityFaults(screen)).toEqual([])
        const overflow = await screen.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
        expect(overflow).toBeLessThanOrEqual(0)
      }
      expect([...theirs.faults, ...theirs.foreign]).toEqual([])
      await theirs.leave()
    },
  )
})
