import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults, launchBrowser, picture, signInAs, type Visit, visit } from '../support/browser.ts'
import { DARK, LIGHT, ON_PHONE_DARK } from '../support/looks.ts'
import { ownerAt, type RemotePerson } from '../support/remote-people.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'

/** More than one piece of a large change, and more than a list loads at once. */
const MANY = 230
const POLL = { timeout: 15_000 }

let server: RunningServer
let browser: Browser
let owner: RemotePerson
let mine: Visit
let page: Page
const companyIds = new Map<string, string>()
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  ;({ owner } = await ownerAt(server.url, 'Studio Lind'))
  const { caller } = owner
  const mara = await caller.contacts.create.mutate({ name: 'Mara Weber', email: null, phone: null })
  for (const [name, website] of [
    ['Nord & Co', 'nord.test'],
    ['Süd GmbH', ''],
    ['West AG', 'west.test'],
  ] as const) {
    const { id } = await caller.companies.create.mutate({ name })
    companyIds.set(name, id)
    await caller.companies.change.mutate({ id, changes: [{ column: 'website', seen: null, typed: website }] })
  }
  for (const [title, amount] of [
    ['Wedding party', '480'],
    ['Salon hire', '1200'],
    ['Gift cards', '90'],
  ] as const)
    await caller.deals.create.mutate({ title, amount, contactId: mara.id, expectedOn: '2027-03-01' })
  for (let from = 0; from < MANY; from += 23)
    await Promise.all(
      Array.from({ length: 23 }, (_, at) =>
        caller.tasks.create.mutate({ title: `Chore ${from + at}`, dueOn: '2027-01-10', contactId: null }),
      ),
    )
  mine = await visit(browser, server.url)
  await signInAs(mine, owner)
  page = mine.page
})
afterAll(() => Promise.all([browser?.close(), server?.stop()]))
afterEach(() => expect([...mine.faults, ...mine.foreign]).toEqual([]))

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
const list = (name: string) => page.getByRole('list', { name, exact: true })
const titles = (name: string) => list(name).getByRole('listitem').getByRole('link').allInnerTexts()
const undo = () => button('Undo').last().click()
const bar = (many: string) => page.getByRole('region', { name: `Chosen ${many}` })

describe('somebody with companies', () => {
  it('changes a cell, and sees the same on the page of the company', async () => {
    await page.goto('/companies')
    await list('Companies').getByRole('link', { name: 'Süd GmbH' }).waitFor()
    await button(/Change Website of Süd GmbH/).click()
    await page.getByRole('textbox', { name: 'Website of Süd GmbH' }).fill('sued.test')
    await page.keyboard.press('Enter')
    await expect.poll(() => button(/Change Website of Süd GmbH/).innerText(), POLL).toContain('sued.test')
  })

  it('chooses between two values in a cell when somebody else was quicker', async () => {
    await button(/Change Website of West AG/).click()
    const field = page.getByRole('textbox', { name: 'Website of West AG' })
    await field.fill('west.example')
    const id = companyIds.get('West AG') ?? ''
    const { website } = await owner.caller.companies.byId.query({ id })
    const changes = [{ column: 'website', seen: website, typed: 'westwards.test' }]
    await owner.caller.companies.change.mutate({ id, changes })
    await field.press('Enter')
    await page.getByText(/Website is now .*westwards\.test/).waitFor()
    // The refusal is an answer, which the browser notes as a failed request.
    expect(mine.faults.splice(0)).toEqual([expect.stringContaining('409')])
    await button('Take mine').click()
    await expect.poll(() => button(/Change Website of West AG/).innerText(), POLL).toContain('west.example')
  })

  it('writes groups of conditions by keyboard, keeps them as a view and finds them again', async () => {
    await button('Filter').click()
    await button('Groups of conditions …').press('Enter')
    const editor = page.getByRole('dialog', { name: 'Groups of conditions' })
    await editor.getByLabel('Value, condition 1 of group 1').fill('nord')
    await editor.getByRole('button', { name: 'Add a condition to group 1' }).press('Enter')
    await editor.getByLabel('Value, condition 2 of group 1').fill('west')
    await editor.getByLabel('How group 1 is joined').selectOption('Any of:')
    await editor.getByRole('button', { name: 'Add a group' }).press('Enter')
    expect(await editor.getByRole('button', { name: 'Show the list' }).isDisabled()).toBe(true)
    await editor.getByLabel('Column, condition 1 of group 2').selectOption('Website')
    await editor.getByLabel('Value, condition 1 of group 2').fill('west')
    expect(await accessibilityFaults(page)).toEqual([])
    await picture(page, 'group-editor')
    await editor.getByLabel('Value, condition 1 of group 2').press('Enter')
    await expect.poll(() => titles('Companies'), POLL).toEqual([expect.stringContaining('West AG')])
    await page.getByText('any of', { exact: true }).waitFor()
    await button('All companies').click()
    await page.getByRole('menuitem', { name: 'Save as a new view …' }).click()
    await page.getByLabel('Name', { exact: true }).fill('North or west')
    await button('Save view').click()
    await button('North or west').waitFor()
    await page.goto('/companies')
    await expect.poll(() => titles('Companies').then((found) => found.length), POLL).toBe(3)
    await button('All companies').click()
    await page.getByRole('menuitem', { name: 'North or west' }).click()
    await expect.poll(() => titles('Companies'), POLL).toEqual([expect.stringContaining('West AG')])
    await picture(page, 'companies-view')
  })

  it('reads the view as a file', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'These companies as a table (CSV)' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('companies.csv')
    const address = download.url()
    const text = await (await fetch(address, { headers: { cookie: owner.cookie } })).text()
    expect(text.split('\r\n').slice(1)).toEqual([expect.stringContaining('West AG'), ''])
  })
})

describe('somebody with deals', () => {
  it('writes a deal down with its currency, owner and stage', async () => {
    await page.goto('/deals?view=table')
    await list('Deals').getByRole('link', { name: 'Salon hire' }).waitFor()
    await button('New deal').click()
    const form = page.getByRole('dialog', { name: 'New deal' })
    await form.getByLabel('Title').fill('Trip to Zürich')
    await form.getByLabel('Amount').fill('99.50')
    await form.getByLabel('Currency').selectOption('CHF')
    await form.getByLabel('Expected on').fill('2027-05-01')
    await form.getByLabel('Stage').selectOption('Talking')
    await form.getByLabel('Owner').selectOption('Robin Example')
    expect(await accessibilityFaults(page)).toEqual([])
    await picture(page, 'new-deal')
    await form.getByRole('button', { name: 'Add deal' }).click()
    await list('Deals').getByRole('link', { name: 'Trip to Zürich' }).waitFor()
    expect(await page.getByLabel('Stage of Trip to Zürich').locator('option:checked').innerText()).toBe('Talking')
    await list('Deals').getByText('CHF 99.50').waitFor()
  })

  it('filters by amount, turns the order round, and changes the day of a deal in its cell', async () => {
    await button('Filter').click()
    await page.getByLabel('Column', { exact: true }).selectOption('Amount')
    await page.getByLabel('Compared', { exact: true }).selectOption('is more than')
    await page.getByLabel('Value', { exact: true }).fill('95')
    await button('Add condition').click()
    await expect.poll(() => titles('Deals'), POLL).toEqual(['Salon hire', 'Trip to Zürich', 'Wedding party'])
    await button('Amount').click()
    await expect.poll(() => titles('Deals'), POLL).toEqual(['Trip to Zürich', 'Wedding party', 'Salon hire'])
    await button(/Change Expected on of Salon hire/).click()
    await page.getByLabel('Expected on of Salon hire').fill('2027-06-15')
    await page.keyboard.press('Enter')
    await expect.poll(() => button(/Change Expected on of Salon hire/).innerText(), POLL).toContain('15 Jun')
  })

  it('moves two deals to a stage at once and takes that back with one click', async () => {
    await page.getByRole('checkbox', { name: 'Choose Wedding party' }).click()
    await page.getByRole('checkbox', { name: 'Choose Salon hire' }).click({ modifiers: ['Shift'] })
    await bar('deals').getByText('2 chosen').waitFor()
    await bar('deals').getByRole('button', { name: 'Change a value' }).click()
    await page.getByLabel('Column', { exact: true }).selectOption('Stage')
    await page.getByLabel('Becomes', { exact: true }).selectOption('Won')
    expect(await accessibilityFaults(page)).toEqual([])
    await button('Change all chosen').click()
    const stageOf = (title: string) => page.getByLabel(`Stage of ${title}`).locator('option:checked').innerText()
    await expect.poll(() => stageOf('Salon hire'), POLL).toBe('Won')
    expect(await stageOf('Wedding party')).toBe('Won')
    await undo()
    await expect.poll(() => stageOf('Salon hire'), POLL).toBe('New enquiry')
  })
})

describe('somebody with many tasks', () => {
  it('chooses all that are loaded, then all there are, and gives them another day; and takes it back', async () => {
    await page.goto('/tasks?which=all')
    await list('Tasks').getByRole('link').first().waitFor()
    await page.getByRole('checkbox', { name: 'Choose all that are shown' }).click()
    await button(`Select all ${MANY}`).click()
    await bar('tasks').getByText(`All ${MANY} chosen`).waitFor()
    await picture(page, 'select-all')
    await bar('tasks').getByRole('button', { name: 'Change a value' }).click()
    await page.getByLabel('Column', { exact: true }).selectOption('Priority')
    await page.getByLabel('Becomes', { exact: true }).selectOption('Urgent')
    await button('Change all chosen').click()
    const urgent = async () => {
      const conditions = [{ column: 'priority', operator: 'is' as const, values: ['high'] }]
      const filter = { match: 'all' as const, groups: [{ match: 'all' as const, conditions }] }
      return owner.caller.tasks.countTable.query({ text: '', view: { columns: [], filter, sort: null } })
    }
    await page.getByText(`Changed Priority of ${MANY} tasks.`).waitFor()
    expect(await urgent()).toBe(MANY)
    await list('Tasks').getByLabel('Urgent').first().waitFor()
    await undo()
    await expect.poll(urgent, POLL).toBe(0)
    await expect.poll(() => list('Tasks').getByLabel('Urgent').count(), POLL).toBe(0)
  })

  it('ticks one off in its row, and opens another over the table', async () => {
    // Which of them was made first is left to chance, and only what is in sight is drawn.
    const first = (await titles('Tasks'))[0] ?? ''
    await page.getByRole('checkbox', { name: `Done: ${first}`, exact: true }).click()
    await expect.poll(() => list('Tasks').getByRole('link', { name: first, exact: true }).count(), POLL).toBe(0)
    await list('Tasks').getByRole('link').first().click()
    await page.getByRole('dialog').getByLabel('Title').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
    await list('Tasks').getByRole('link').first().waitFor()
  })
})

describe.each([LIGHT, DARK, ON_PHONE_DARK])('the tables, $look', ({ look, options }) => {
  it('are sound: companies, deals, tasks, the groups of conditions, a new deal', async () => {
    const visitor = await visit(browser, server.url, options)
    await signInAs(visitor, owner)
    const { page: own, faults } = visitor
    const screens: [string, string, (() => Promise<unknown>)?][] = [
      ['companies', '/companies'],
      ['deals-table', '/deals?view=table'],
      ['tasks-table', '/tasks?which=all'],
      ['groups', '/companies', () => openGroups(own)],
      ['deal-form', '/deals?view=table', () => own.getByRole('button', { name: 'New deal' }).click()],
    ]
    for (const [name, address, action] of screens) {
      await own.goto(address)
      await own.locator('h1, h2').filter({ visible: true }).first().waitFor()
      await own.getByRole('listitem').first().waitFor()
      await action?.()
      await expect.poll(() => own.getByLabel('Loading').count(), POLL).toBe(0)
      await own.waitForLoadState('networkidle')
      expect(await picture(own, `${look}-${name}`)).toBeGreaterThan(0)
      expect(await own.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
      expect([name, await accessibilityFaults(own), faults.splice(0)]).toEqual([name, [], []])
    }
    await visitor.leave()
  })
})

async function openGroups(own: Page) {
  await own.getByRole('button', { name: 'Filter', exact: true }).click()
  await own.getByRole('button', { name: 'Groups of conditions …' }).click()
  const editor = own.getByRole('dialog', { name: 'Groups of conditions' })
  await editor.getByRole('button', { name: 'Add a condition to group 1' }).click()
  await editor.getByRole('button', { name: 'Add a group' }).click()
}
