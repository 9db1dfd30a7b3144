import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults, launchBrowser, picture, signInAs, type Visit, visit } from '../support/browser.ts'
import { DARK, LIGHT, ON_PHONE_DARK } from '../support/looks.ts'
import { ownerAt, type RemotePerson } from '../support/remote-people.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'

let server: RunningServer
let browser: Browser
let owner: RemotePerson
let mine: Visit
let page: Page
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  ;({ owner } = await ownerAt(server.url, 'Practice Lind'))
  mine = await visit(browser, server.url)
  await signInAs(mine, owner)
  page = mine.page
})
afterAll(() => Promise.all([browser?.close(), server?.stop()]))
afterEach(() => expect([...mine.faults, ...mine.foreign]).toEqual([]))

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
const place = (name: string) =>
  page.getByRole('navigation', { name: 'Office', exact: true }).getByRole('link', { name })
const dialog = () => page.getByRole('dialog')
const list = (name: string) => page.getByRole('list', { name, exact: true })

describe('an owner', () => {
  it('is offered the presets where there is nobody yet, and sees all that would come', async () => {
    await page.goto('/contacts')
    await page.getByRole('heading', { name: 'No contacts yet' }).waitFor()
    await page.getByRole('link', { name: /dentist, lawyer, plumber or salon/ }).click()
    await button('See what comes for the Dentist').click()
    await dialog().getByText('Are called Patients').waitFor()
    for (const words of ['Allergies', 'Public, Private', 'With the insurance', 'Recall for a check-up'])
      await dialog().getByText(words, { exact: false }).first().waitFor()
    await dialog().getByText('“Sales” is empty and is put aside.', { exact: false }).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
  })

  it('sets the office up with made-up people, and the screens speak of patients', async () => {
    await dialog().getByLabel('Add 6 made-up patients to look around').check()
    await dialog().getByRole('button', { name: 'Set the office up' }).click()
    await page.getByText('Set up for the dentist.', { exact: false }).waitFor()
    await place('Patients').click()
    await page.getByRole('heading', { name: 'Patients', level: 1 }).waitFor()
    await list('Patients').getByRole('link', { name: 'Theo Ashdown' }).waitFor()
    await button('New').click()
    await page.getByRole('dialog', { name: 'New patient' }).waitFor()
    await button('Cancel').click()
    await page.getByRole('combobox', { name: 'Find or do anything' }).fill('new pat')
    await page.getByRole('option', { name: 'New patient' }).waitFor()
    await page.keyboard.press('Escape')
    await place('Deals').click()
    await page.getByText('With the insurance').first().waitFor()
    await page.getByText('Bridge, lower left').waitFor()
  })

  it('takes all of it away again, and everything is as before', async () => {
    await page.goto('/settings#trade')
    await button('Remove the preset').click()
    await dialog()
      .getByText(/What nobody uses goes: 8 fields, 6 stages.*6 made-up people/)
      .waitFor()
    await dialog().getByRole('button', { name: 'Remove', exact: true }).click()
    await place('Contacts').click()
    await page.getByRole('heading', { name: 'No contacts yet' }).waitFor()
    const { pipelines } = await owner.caller.pipelines.list.query()
    expect(pipelines.map(({ name }) => name)).toEqual(['Sales'])
    expect(await owner.caller.fields.list.query({ record: 'contact' })).toEqual([])
    expect(await owner.caller.taskTemplates.list.query()).toEqual([])
  })

  it('has it back with one click on undo', async () => {
    await button('Undo').last().click()
    await place('Patients').waitFor()
    await list('Patients').getByRole('link', { name: 'Theo Ashdown' }).waitFor()
  })
})

describe('somebody at the desk', () => {
  it('finds the field of the trade on the form of a patient', async () => {
    const { id } = await owner.caller.contacts.create.mutate({ name: 'Rita Real', email: null, phone: null })
    await page.goto(`/contacts/${id}`)
    await button(/^Allergies/).click()
    await page.getByRole('textbox', { name: 'Allergies' }).fill('Nuts')
    await page.keyboard.press('Enter')
    await button(/^Allergies.*Nuts/).waitFor()
  })

  it('makes a task from a template, which can be taken back', async () => {
    await button('New task from template').click()
    await page.getByRole('menuitem', { name: /Recall for a check-up/ }).click()
    await page.getByText('Added “Recall for a check-up”.').waitFor()
    const aside = page.getByRole('complementary', { name: 'At a glance' })
    await aside.getByText('Recall for a check-up', { exact: true }).waitFor()
    const tasks = await owner.caller.tasks.list.query({})
    const recall = tasks.find(({ contactName }) => contactName === 'Rita Real')
    expect(recall?.checklist.map(({ text }) => text)).toContain('Offer two times')
    expect(recall?.dueOn).not.toBeNull()
    await button('Undo').last().click()
    await aside.getByText('Recall for a check-up', { exact: true }).waitFor({ state: 'detached' })
  })

  it('makes one for a deal as well', async () => {
    await page.goto('/deals')
    await page
      .getByRole('link', { name: /Aligners/ })
      .first()
      .click()
    await button('New task from template').click()
    await page.getByRole('menuitem', { name: /Send the treatment plan/ }).click()
    await page.getByRole('region', { name: 'Tasks of the deal' }).getByText('Send the treatment plan').first().waitFor()
  })
})

describe('an owner who has worked with it', () => {
  it('changes, adds and removes templates of their own', async () => {
    await page.goto('/settings#templates')
    await button('Change the template Recall for a check-up').click()
    await page.getByLabel('Due after so many days').fill('90')
    await dialog().getByRole('button', { name: 'Save' }).click()
    await list('Task templates').getByText('after 90 days', { exact: false }).waitFor()
    await button('Add a template').click()
    await dialog().getByLabel('Title').fill('Order gloves')
    await page.getByLabel('Checklist').fill('Small\nMedium')
    await dialog().getByRole('button', { name: 'Save' }).click()
    await list('Task templates').getByText('without a day, 2 lines to tick off').waitFor()
    await button('Remove the template Order gloves').click()
    await list('Task templates').getByText('Order gloves').waitFor({ state: 'detached' })
  })

  it('calls people by a word of their own', async () => {
    await page.goto('/settings#office')
    await page.getByLabel('You call somebody you serve').fill('Guest')
    await page.getByLabel('And several').fill('Guests')
    await button('Save the words').click()
    await place('Guests').waitFor()
    await button('Undo').last().click()
    await place('Patients').waitFor()
  })

  it('is told what stays and why when the preset goes, and keeps it', async () => {
    await page.goto('/settings#trade')
    await button('Remove the preset').click()
    const stays = dialog().getByRole('list', { name: 'What stays' })
    await stays.getByText('Field Allergies: it is filled in once').waitFor()
    await stays.getByText('Task template Recall for a check-up: somebody changed it').waitFor()
    await stays.getByText('Deal Aligners: a task belongs to it').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await picture(page, 'presets-remove')
    await dialog().getByRole('button', { name: 'Remove', exact: true }).click()
    await page.getByText('These stay, because somebody works with them.', { exact: false }).waitFor()
    await place('Contacts').click()
    await list('Contacts').getByRole('link', { name: 'Rita Real' }).click()
    await button(/^Allergies.*Nuts/).waitFor()
    await button(/^Medication/).waitFor({ state: 'detached' })
  })
})

describe.each([LIGHT, DARK, ON_PHONE_DARK])('in $look', ({ look, options }) => {
  it('the trades, what comes with one, and the templates look as they should', async () => {
    const other = await visit(browser, server.url, options)
    await signInAs(other, owner)
    const at = other.page
    await at.goto('/settings#trade')
    await at.getByRole('button', { name: 'See what comes for the Plumber' }).waitFor()
    await picture(at, `presets-trades-${look}`)
    expect(await accessibilityFaults(at)).toEqual([])
    await at.getByRole('button', { name: 'See what comes for the Plumber' }).click()
    await at.getByText('Yearly boiler service').waitFor()
    await picture(at, `presets-preview-${look}`)
    expect(await accessibilityFaults(at)).toEqual([])
    const sideways = await at.evaluate<boolean>(
      'document.documentElement.scrollWidth > document.documentElement.clientWidth',
    )
    expect(sideways).toBe(false)
    await at.getByRole('button', { name: 'Cancel', exact: true }).click()
    await at.goto('/settings#templates')
    await at.getByRole('list', { name: 'Task templates' }).waitFor()
    await picture(at, `presets-templates-${look}`)
    expect([...other.faults, ...other.foreign]).toEqual([])
    await other.leave()
  })
})
