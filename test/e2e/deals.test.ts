import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, signInAs, type Visit, visit } from '../support/browser.ts'
import { ownerAt, type RemotePerson } from '../support/remote-people.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'

let server: RunningServer
let browser: Browser
let owner: RemotePerson
let mine: Visit
let page: Page
let dealId: string
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  owner = (await ownerAt(server.url, 'Studio Lind')).owner
  const { contacts, deals } = owner.caller
  await contacts.create.mutate({ name: 'Mara Weber', email: 'mara@customer.test', phone: null })
  dealId = (await deals.create.mutate({ title: 'Wedding party', amount: '480', contactId: null })).id
  mine = await visit(browser, server.url)
  await signInAs(mine, owner)
  page = mine.page
})
afterAll(() => Promise.all([browser?.close(), server?.stop()]))
afterEach(() =>
  expect({ faults: mine.faults.splice(0), foreign: mine.foreign.splice(0) }).toEqual({ faults: [], foreign: [] }),
)

const panel = () => page.getByRole('dialog', { name: 'Deal' })

describe('a deal', () => {
  it('is opened from its card, changed, and taken back', async () => {
    await page.goto('/deals')
    await page.getByRole('link', { name: 'Wedding party' }).click()
    await panel().getByRole('heading', { name: 'Wedding party' }).waitFor()
    expect(new URL(page.url()).pathname).toBe(`/deals/${dealId}`)
    await panel().getByLabel('Amount').fill('650.50')
    await panel().getByLabel('Currency').selectOption('CHF')
    await panel().getByLabel('Contact', { exact: true }).first().fill('Mara')
    await page.getByRole('option', { name: 'Mara Weber' }).click()
    await panel().getByRole('button', { name: 'Save' }).click()
    await page.getByText('Changed Wedding party.').waitFor()
    await panel().getByRole('link', { name: 'Mara Weber' }).waitFor()
    expect(await owner.caller.deals.byId.query({ id: dealId })).toMatchObject({ amountMinor: 65_050, currency: 'CHF' })
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await expect.poll(() => panel().getByLabel('Amount').inputValue()).toBe('480.00')
  })

  it('shows both values where somebody else changed the same field, and keeps the one that is chosen', async () => {
    await panel().getByLabel('Title').fill('Mine')
    const seen = await owner.caller.deals.byId.query({ id: dealId })
    await owner.caller.deals.change.mutate({ id: dealId, seen, changes: { title: 'Theirs' } })
    await panel().getByRole('button', { name: 'Save' }).click()
    const dialog = page.getByRole('dialog', { name: 'Somebody changed this meanwhile' })
    await dialog.getByLabel('Theirs: Theirs').waitFor()
    await dialog.getByLabel('Yours: Mine').check()
    await dialog.getByRole('button', { name: 'Save' }).click()
    await panel().getByRole('heading', { name: 'Mine' }).waitFor()
    expect(await owner.caller.deals.byId.query({ id: dealId })).toMatchObject({ title: 'Mine' })
  })

  it('gets a task and another stage, and tells how long it stood in each', async () => {
    await panel().getByLabel('New task').fill('Send the quote')
    await panel().getByRole('button', { name: 'Add', exact: true }).click()
    await panel().getByRole('checkbox', { name: 'Send the quote' }).waitFor()
    await panel().getByLabel('Stage', { exact: true }).selectOption({ label: 'Talking' })
    const stays = panel().getByRole('region', { name: 'Stages so far' }).getByRole('listitem')
    await expect.poll(() => stays.count()).toBe(2)
    await expect.poll(() => stays.first().textContent()).toContain('Talking')
  })

  it('is deleted and brought back', async () => {
    await panel().getByRole('button', { name: 'Delete' }).click()
    await panel().waitFor({ state: 'hidden' })
    await page.getByText(/Deleted Mine/).waitFor()
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await page.getByRole('link', { name: 'Mine' }).waitFor()
  })

  it('is found by the search, which leads to it', async () => {
    await page.getByRole('combobox', { name: 'Find or do anything' }).fill('mine')
    await page.getByRole('option', { name: /Mine/ }).first().waitFor()
    await page.keyboard.press('Enter')
    await panel().getByRole('heading', { name: 'Mine' }).waitFor()
  })
})

describe('pipelines', () => {
  it('are set up in the settings, where what is in use stays', async () => {
    await page.goto('/settings#pipelines')
    const sales = page.getByRole('list', { name: 'Stages of Sales' })
    await sales.getByRole('button', { name: 'Remove Talking' }).click()
    await page.getByText('In “Talking” there is still one deal. Please move them first.').waitFor()
    // The browser writes down by itself that the server said no.
    expect(mine.faults.splice(0)).toEqual([expect.stringContaining('409')])
    await sales.getByRole('button', { name: 'Add a stage to Sales' }).click()
    const dialog = page.getByRole('dialog', { name: 'New stage' })
    await dialog.getByLabel('Name').fill('Visit')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await sales.getByText('Visit').waitFor()
    await page.getByRole('textbox', { name: 'New pipeline' }).fill('Repairs')
    await page.getByRole('button', { name: 'Add: New pipeline' }).click()
    await page.getByRole('list', { name: 'Stages of Repairs' }).waitFor()
  })

  it('are switched above the board, and the address keeps which', async () => {
    await page.goto('/deals')
    await page.getByLabel('Pipeline', { exact: true }).selectOption({ label: 'Repairs' })
    await page.getByRole('region', { name: 'New', exact: true }).waitFor()
    await page.reload()
    await page.getByRole('region', { name: 'New', exact: true }).waitFor()
    await page.getByRole('button', { name: 'New deal' }).click()
    await page.getByRole('dialog', { name: 'New deal' }).getByLabel('Title').fill('Boiler')
    await page.getByRole('button', { name: 'Add deal' }).click()
    await page.getByRole('list', { name: 'Deals in New' }).getByRole('link', { name: 'Boiler' }).click()
    await panel().getByLabel('Stage', { exact: true }).selectOption({ label: 'Visit' })
    await panel().getByRole('button', { name: 'Close the deal' }).click()
    await page.getByLabel('Pipeline', { exact: true }).selectOption({ label: 'Sales' })
    await page.getByRole('list', { name: 'Deals in Visit' }).getByRole('link', { name: 'Boiler' }).waitFor()
  })
})

describe('the dashboard', () => {
  it('leads from its numbers to what they count', async () => {
    const won = await owner.caller.deals.create.mutate({ title: 'Salon hire', amount: '90', contactId: null })
    const { columns } = await owner.caller.deals.board.query()
    const stageId = columns.find(({ stage }) => stage.kind === 'won')!.stage.id
    await owner.caller.deals.move.mutate({ id: won.id, version: 1, stageId })
    await page.goto('/dashboard')
    await page.getByRole('region', { name: 'Won and lost' }).getByRole('link', { name: /Won/ }).click()
    const list = page.getByRole('dialog', { name: 'Won in 30 days' })
    await list.getByRole('link', { name: 'Salon hire' }).click()
    await panel().getByRole('heading', { name: 'Salon hire' }).waitFor()
    await page.goto('/dashboard?days=7')
    await page
      .getByRole('region', { name: 'Open deals by stage' })
      .getByRole('link', { name: /Talking/ })
      .click()
    await page.getByText('Only one stage.').waitFor()
    await page.getByRole('link', { name: 'Mine' }).waitFor()
  })
})
