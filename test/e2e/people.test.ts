import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults, launchBrowser, picture, signInAs, type Visit, visit } from '../support/browser.ts'
import { DARK, LIGHT, ON_PHONE_DARK } from '../support/looks.ts'
import { rawMail } from '../support/raw-mail.ts'
import { type AddressedInbox, ownerAt, type RemotePerson } from '../support/remote-people.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { postMail } from '../support/signed-mail.ts'

let server: RunningServer
let browser: Browser
let owner: RemotePerson
let inbox: AddressedInbox
let mine: Visit
let page: Page
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  ;({ owner, inbox } = await ownerAt(server.url, 'Studio Lind'))
  for (const [name, email] of [
    ['Mara Weber', 'mara@customer.test'],
    ['Tim Weber', 'mara@customer.test'],
    ['Delia Dorn', null],
  ] as const)
    await owner.caller.contacts.create.mutate({ name, email, phone: null })
  mine = await visit(browser, server.url)
  await signInAs(mine, owner)
  page = mine.page
})
afterAll(() => Promise.all([browser?.close(), server?.stop()]))
afterEach(() => expect([...mine.faults, ...mine.foreign]).toEqual([]))

const contacts = () => page.getByRole('list', { name: 'Contacts' })
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
const choose = (field: string, option: string) => async () => {
  await page
    .getByRole('combobox', { name: field })
    .or(page.getByLabel(field, { exact: true }))
    .first()
    .click()
  await page.getByRole('option', { name: option }).first().click()
}

describe('an owner', () => {
  it('gives the office a field of its own', async () => {
    await page.goto('/settings#fields')
    await button('Add a field to contacts').click()
    await page.getByLabel('Name', { exact: true }).last().fill('Plan')
    await choose('Holds', 'Choice')()
    const choices = page.getByPlaceholder('Type one, then Enter')
    for (const choice of ['Gold', 'Basic']) {
      await choices.fill(choice)
      await choices.press('Enter')
    }
    await button('Save field').click()
    await page.getByRole('list', { name: 'Own fields of contacts' }).getByText('Choice: Gold, Basic').waitFor()
  })
})

describe('somebody at the desk', () => {
  it('writes down a birthday, a plan, a mother and a company on the page of a contact', async () => {
    await page.goto('/contacts')
    await contacts().getByRole('link', { name: 'Tim Weber' }).click()
    await button(/^Birthday/).click()
    await page.getByRole('textbox', { name: /Birthday/ }).fill('24.12.')
    await page.keyboard.press('Enter')
    await button(/Birthday.*24/).waitFor()
    await button(/^Plan/).click()
    await page.getByRole('option', { name: 'Gold' }).click()
    await button(/^Plan.*Gold/).waitFor()
    await button('Add a relation').click()
    await page.getByRole('combobox', { name: 'Who', exact: true }).fill('Mara')
    await page.getByRole('option', { name: /Mara Weber/ }).click()
    await choose('Is', 'Parent')()
    await button('Add').click()
    await page.getByText('Parent', { exact: true }).waitFor()
    await button('Add a company').click()
    await page.getByRole('combobox', { name: 'Company', exact: true }).fill('Weber & Sons')
    await page.getByRole('textbox', { name: 'Role', exact: true }).fill('Apprentice')
    await button('Add').click()
    await page.getByRole('link', { name: 'Weber & Sons' }).waitFor()
    await page.getByText('Birthday: empty → 24 December').waitFor()
  })

  it('sees the relation from the other side, and the company with its people', async () => {
    await page.getByRole('link', { name: 'Mara Weber' }).click()
    await page.getByText('Child', { exact: true }).waitFor()
    await page.goto('/companies')
    await page.getByRole('link', { name: /Weber & Sons/ }).click()
    await page.getByRole('link', { name: 'Tim Weber' }).waitFor()
    await page.getByText('Apprentice').waitFor()
  })

  it('writes down a consent with how it is known', async () => {
    await page.getByRole('link', { name: 'Tim Weber' }).click()
    await button('Write down a consent').click()
    await page.getByLabel('How we know').fill('Signed form')
    await button('Allowed').click()
    await page.getByText('Email: yes').waitFor()
  })

  it('chooses between two values when somebody else was quicker', async () => {
    await button(/^Birthday/).click()
    const field = page.getByRole('textbox', { name: /Birthday/ })
    await field.fill('1.5.1990')
    const { rows } = await owner.caller.contacts.list.query({ text: 'Tim' })
    const changes = [{ column: 'birthday', seen: '--12-24', typed: '2.6.1991' }]
    await owner.caller.contacts.change.mutate({ id: rows[0]!.id, changes })
    await field.press('Enter')
    await page.getByText('Birthday is now 1991-06-02').waitFor()
    // The refusal is an answer, which the browser notes as a failed request.
    expect(mine.faults.splice(0)).toEqual([expect.stringContaining('409')])
    await button('Take mine').click()
    await button(/Birthday.*1990/).waitFor()
  })

  it('filters the list by the own field, saves that as a view, and finds it again', async () => {
    await page.goto('/contacts')
    await contacts().getByRole('link', { name: 'Delia Dorn' }).waitFor()
    await button('Filter').click()
    await page.getByLabel('Column', { exact: true }).selectOption('Plan')
    await page.getByLabel('Value', { exact: true }).selectOption('Gold')
    await button('Add condition').click()
    await expect.poll(() => contacts().getByRole('listitem').count()).toBe(1)
    await button('All contacts').click()
    await page.getByRole('menuitem', { name: 'Save as a new view …' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Gold ones')
    await button('Save view').click()
    await button('Gold ones').waitFor()
    await page.goto('/contacts')
    await contacts().getByRole('link', { name: 'Delia Dorn' }).waitFor()
    await button('All contacts').click()
    await page.getByRole('menuitem', { name: 'Gold ones' }).click()
    await expect.poll(() => contacts().getByRole('listitem').count()).toBe(1)
    await contacts().getByRole('link', { name: 'Tim Weber' }).waitFor()
  })

  it('turns the order round, shows a column and changes a value in its cell', async () => {
    await page.goto('/contacts')
    await button('Name').click()
    await button(/^Name sorted/).click()
    await expect.poll(() => contacts().getByRole('listitem').first().getByRole('link').innerText()).toContain('Tim')
    await button('Columns').click()
    await page.getByRole('checkbox', { name: 'Plan' }).check()
    await page.keyboard.press('Escape')
    await button('Change Plan of Delia Dorn').click()
    await page.getByRole('option', { name: 'Basic' }).click()
    await expect.poll(() => button(/Change Plan of Delia Dorn/).innerText()).toBe('Basic')
  })

  it('tags two at once and takes that back with one click', async () => {
    await page.getByRole('checkbox', { name: 'Choose Mara Weber' }).click()
    await page.getByRole('checkbox', { name: 'Choose Tim Weber' }).click()
    const bar = page.getByRole('region', { name: 'Chosen contacts' })
    await bar.getByText('2 chosen').waitFor()
    await bar.getByRole('button', { name: 'Tag' }).click()
    await page.getByRole('combobox', { name: 'Tag for all chosen' }).fill('Family')
    await page.keyboard.press('Enter')
    await expect.poll(() => contacts().getByText('Family').count()).toBe(2)
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await expect.poll(() => contacts().getByText('Family').count()).toBe(0)
  })

  it('deletes two at once and has both back', async () => {
    await page.getByRole('checkbox', { name: 'Choose Mara Weber' }).click()
    await page.getByRole('checkbox', { name: 'Choose Delia Dorn' }).click({ modifiers: ['Shift'] })
    await page.getByRole('region', { name: 'Chosen contacts' }).getByRole('button', { name: 'Delete' }).click()
    await expect.poll(() => contacts().getByRole('listitem').count()).toBe(1)
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await expect.poll(() => contacts().getByRole('listitem').count()).toBe(3)
  })
})

describe('whoever answers the mail', () => {
  it('is asked whom a message from a shared address is about, says so, and takes it back', async () => {
    await postMail(
      server.url,
      inbox,
      rawMail({ from: 'Mara <mara@customer.test>', subject: 'Braces', text: 'Tim lost one.' }),
    )
    await page.goto('/inbox')
    await page.getByRole('link', { name: /Braces/ }).click()
    const about = page.getByRole('group', { name: 'Who is this about?' })
    const pressed = (name: string) => about.getByRole('button', { name }).getAttribute('aria-pressed')
    await expect.poll(() => pressed('Mara Weber')).toBe('true')
    await about.getByRole('button', { name: 'Tim Weber' }).click()
    await expect.poll(() => pressed('Tim Weber')).toBe('true')
    await page.getByRole('complementary', { name: 'Contact' }).getByRole('heading', { name: 'Tim Weber' }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await expect.poll(() => pressed('Mara Weber')).toBe('true')
  })
})

describe.each([LIGHT, DARK, ON_PHONE_DARK])('the screens of people, $look', ({ look, options }) => {
  it('are sound: the question of a message, a company, a contact with a form open, the fields, a table with chosen rows', async () => {
    const visitor = await visit(browser, server.url, options)
    await signInAs(visitor, owner)
    const { page: own, faults } = visitor
    const screens: [string, string, (() => Promise<unknown>)?][] = [
      ['about-whom', '/inbox', () => own.getByRole('link', { name: /Braces/ }).click()],
      ['company', '/companies', () => own.getByRole('link', { name: /Weber & Sons/ }).click()],
      ['contact-form', '/contacts', () => openForm(own)],
      ['fields', '/settings#fields'],
      ...(options.isMobile
        ? []
        : [['chosen', '/contacts', () => chooseTwo(own)] as [string, string, () => Promise<void>]]),
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

async function openForm(own: Page) {
  await own.getByRole('list', { name: 'Contacts' }).getByRole('link', { name: 'Tim Weber' }).click()
  await own.getByRole('button', { name: 'Add a relation' }).click()
  await own.getByRole('combobox', { name: 'Who', exact: true }).scrollIntoViewIfNeeded()
}

async function chooseTwo(own: Page) {
  for (const name of ['Mara Weber', 'Tim Weber']) await own.getByRole('checkbox', { name: `Choose ${name}` }).click()
  await own.getByRole('region', { name: 'Chosen contacts' }).waitFor()
}
