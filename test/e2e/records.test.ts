import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults, launchBrowser, picture, signInAs, type Visit, visit } from '../support/browser.ts'
import { DARK, LIGHT, ON_PHONE } from '../support/looks.ts'
import { rawMail } from '../support/raw-mail.ts'
import { type AddressedInbox, ownerAt, type RemotePerson } from '../support/remote-people.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { postMail } from '../support/signed-mail.ts'

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
let kimId: string
let dealId: string
/** The analyser works beside the test. */
const PATIENCE = { timeout: 20_000 }
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  ;({ owner, inbox } = await ownerAt(server.url, 'Studio Lind'))
  ;({ id: maraId } = await owner.caller.contacts.create.mutate({
    ...{ name: 'Mara Weber', email: 'mara@customer.test', phone: '030 901820' },
  }))
  await owner.caller.contacts.create.mutate({ name: 'Tim Weber', email: 'mara@customer.test', phone: null })
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

describe('own fields of deals', () => {
  it('are made in the settings and filled in the panel of a deal, where the second of two sees the first', async () => {
    await page.goto('/settings#fields')
    await button('Add a field to deals').click()
    await page.getByLabel('Name', { exact: true }).last().fill('Area')
    await button('Save field').click()
    await page.getByRole('list', { name: 'Own fields of deals' }).getByText('Area').waitFor()
    const { id } = await owner.caller.deals.create.mutate({ title: 'Roof', amount: '1200', contactId: maraId })
    dealId = id
    await page.goto(`/deals/${id}`)
    await button(/^Area/).click()
    const [field] = await owner.caller.fields.list.query({ record: 'deal' })
    const changes = [{ column: `fields.${field!.id}`, seen: null, typed: '90 m²' }]
    await owner.caller.deals.changeValues.mutate({ id, changes })
    await page.getByRole('textbox', { name: 'Area' }).fill('100 m²')
    await page.keyboard.press('Enter')
    await page.getByText('Area is now 90 m².').waitFor()
    expect(mine.faults.splice(0)).toEqual([expect.stringContaining('409')])
    await button('Take mine').click()
    await button(/Area.*100 m²/).waitFor()
    await pick(pdf('Offer.pdf'))
    await files().getByRole('link', { name: 'Offer.pdf' }).waitFor()
  })
})

describe('whoever is written down', () => {
  it('is recognised while they are typed, and opened with one click', async () => {
    await page.goto('/contacts?new=true')
    const form = page.getByRole('dialog', { name: 'New contact' })
    await form.getByLabel('Name').fill('Mara Webber')
    await form.getByText('Is it one of these?').waitFor()
    await form.getByLabel('Email').fill('mara@customer.test')
    await form.getByRole('link', { name: /Tim Weber has this email/ }).waitFor()
    await form.getByRole('link', { name: /Mara Weber has this email/ }).click()
    await page.getByRole('heading', { name: 'Mara Weber' }).waitFor()
  })

  it('may be a company that is known', async () => {
    await owner.caller.companies.create.mutate({ name: 'Zimmer & Sons GmbH' })
    await page.goto('/companies')
    await button('New').click()
    await page.getByRole('dialog').getByLabel('Name').fill('Zimmer')
    await page.getByRole('dialog').getByRole('link', { name: 'Zimmer & Sons GmbH' }).click()
    await page.getByRole('heading', { name: 'Zimmer & Sons GmbH' }).waitFor()
  })
})

describe('people who belong together', () => {
  it('share an address, which means one of them', async () => {
    await page.goto(`/contacts/${maraId}`)
    const meant = page.getByRole('group', { name: 'Who is usually meant by mara@customer.test' })
    await meant.getByRole('button', { name: 'Tim Weber', pressed: false }).click()
    await meant.getByRole('button', { name: 'Tim Weber', pressed: true }).waitFor()
    await button('Undo').last().click()
    await meant.getByRole('button', { name: 'Mara Weber', pressed: true }).waitFor()
  })

  it('live in a household that is called as they like', async () => {
    await button('Add somebody to the household').click()
    await page.getByRole('combobox', { name: 'Lives with' }).fill('Tim')
    await page.getByRole('option', { name: /Tim Weber/ }).click()
    await button(/^Called/).click()
    await page.getByRole('textbox', { name: 'Name of the household' }).fill('The top floor')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'The top floor' }).waitFor()
  })

  it('are related in the office’s own words', async () => {
    await page.goto('/settings#relations')
    await button('Add a relation').click()
    await page.getByLabel('Name', { exact: true }).last().fill('Godmother')
    await page.getByLabel('From the other side').fill('Godchild')
    await button('Save relation').click()
    await page.getByRole('list', { name: 'Own relations' }).getByText('from the other side: Godchild').waitFor()
    await page.goto(`/contacts/${maraId}`)
    await button('Add a relation').click()
    await page.getByRole('combobox', { name: 'Who', exact: true }).click()
    await page.keyboard.type('Tim')
    await page.getByRole('option', { name: /Tim Weber/ }).click()
    await page.getByRole('combobox', { name: 'Is' }).click()
    await page.getByRole('option', { name: 'Godchild' }).click()
    await button('Add').click()
    await page.getByText('Godchild', { exact: true }).waitFor()
    await page.goto('/settings#relations')
    await button('Remove the relation Godmother').click()
    await page.getByText('Two people are related like this.').waitFor()
    expect(mine.faults.splice(0)).toEqual([expect.stringContaining('409')])
  })
})

describe('the timeline', () => {
  const timeline = () => page.getByRole('region', { name: 'Timeline' })
  const chip = (name: string) => timeline().getByRole('button', { name, exact: true })
  it('is narrowed by kind, and the address keeps it', async () => {
    await owner.caller.tasks.create.mutate({ title: 'Measure the roof', dueOn: null, contactId: maraId })
    await page.goto(`/contacts/${maraId}`)
    await timeline().getByText('Deal Roof').waitFor()
    await chip('Tasks').click()
    await expect.poll(() => timeline().getByText('Deal Roof').count()).toBe(0)
    await chip('Files').click()
    await timeline().getByText('File Offer.pdf').waitFor()
    expect(new URL(page.url()).searchParams.get('lines')).toBe('tasks,files')
    await page.reload()
    await timeline().getByText('File Offer.pdf').waitFor()
    expect(await timeline().getByText('Deal Roof').count()).toBe(0)
    await chip('All').click()
    await timeline().getByText('Deal Roof').waitFor()
    await timeline().getByText('by Robin Example').first().waitFor()
  })

  it('leads from the line of a task to the task', async () => {
    await timeline().getByRole('link', { name: 'Measure the roof' }).click()
    await expect
      .poll(() => page.getByRole('dialog', { name: 'Task' }).getByLabel('Title').inputValue(), PATIENCE)
      .toBe('Measure the roof')
  })

  it('says why a line is there that the assistant proposed: the words of the mail, and the way to it', async () => {
    const text = 'Hello, may I book an appointment for next Friday at 3pm? Kind regards, Kim Dorn'
    await postMail(server.url, inbox, rawMail({ from: 'Kim Dorn <kim@customer.test>', subject: 'Friday', text }))
    const proposed = async () => {
      const { rows } = await owner.caller.inbox.conversations.query({ text: 'Friday' })
      const shown = rows[0] && (await owner.caller.inbox.conversation.query({ id: rows[0].id }))
      return shown?.suggestions.find(({ kind }) => kind === 'request_appointment' || kind === 'create_task')
    }
    await expect.poll(proposed, PATIENCE).toBeDefined()
    const wish = await proposed()
    if (wish?.status === 'waiting') await owner.caller.assistant.accept.mutate({ id: wish.id, version: wish.version })
    const [kim] = (await owner.caller.contacts.list.query({ text: 'kim@' })).rows
    kimId = kim!.id
    await page.goto(`/contacts/${kimId}`)
    await timeline()
      .getByText(/^by (Robin Example, as the assistant proposed|the assistant)$/)
      .first()
      .waitFor()
    await timeline().getByText('Why?').first().click()
    expect(await picture(page, 'why')).toBeGreaterThan(0)
    await timeline().getByRole('link', { name: '“Friday” from Kim Dorn' }).first().waitFor()
    await timeline().getByRole('button', { name: 'Take it back' }).first().click()
    await page
      .getByText(/^Taken back/)
      .first()
      .waitFor()
  })
})

describe('merging', () => {
  it('asks for each own field by its name, with the values in words', async () => {
    const { id: fieldId } = await owner.caller.fields.create.mutate({
      ...{ record: 'contact', label: 'Plan', kind: 'choice' },
      options: [
        { id: null, label: 'Gold' },
        { id: null, label: 'Basic' },
      ],
    })
    const { id: otherId } = await owner.caller.contacts.create.mutate({ name: 'M. Weber', email: null, phone: null })
    const fill = (id: string, typed: string) =>
      owner.caller.contacts.change.mutate({ id, changes: [{ column: `fields.${fieldId}`, seen: null, typed }] })
    await fill(maraId, 'Basic')
    await fill(otherId, 'Gold')
    await page.goto(`/contacts/${maraId}`)
    await button('More about this contact').click()
    await page.getByRole('menuitem', { name: 'Merge with …' }).click()
    await page.getByLabel('Who is the same person?').fill('M. Weber')
    await page.getByRole('list', { name: 'Contacts found' }).getByRole('button', { name: 'M. Weber' }).click()
    await page.getByRole('rowheader', { name: 'Plan' }).waitFor()
    await page.getByRole('radio', { name: 'Gold' }).check()
    await button('Merge').click()
    await button(/^Plan.*Gold/).waitFor()
    await page.getByText('Plan: Basic → Gold').waitFor()
    await button('Undo').last().click()
    await button(/^Plan.*Basic/).waitFor()
  })
})

describe('a member', () => {
  it('works on a clock of their own', async () => {
    await page.goto('/settings#account')
    await page.getByText('told in Europe/Berlin, as the office is').waitFor()
    await button('Change time zone').click()
    await page.getByLabel('Your time zone').selectOption('Asia/Tokyo')
    await button('Save').first().click()
    await page.getByText('told in Asia/Tokyo.').waitFor()
  })

  it('takes back a task that was just added', async () => {
    await page.goto('/tasks?which=all')
    await page.getByRole('textbox', { name: 'New task' }).fill('Call by mistake')
    await page.keyboard.press('Enter')
    await page.getByText('Added “Call by mistake”.').waitFor()
    await page.getByRole('link', { name: 'Call by mistake' }).waitFor()
    await button('Undo').last().click()
    await expect.poll(() => page.getByRole('link', { name: 'Call by mistake' }).count()).toBe(0)
  })
})

describe.each([LIGHT, DARK, ON_PHONE])('the screens of records, $look', ({ look, options }) => {
  it('are sound', async () => {
    const visitor = await visit(browser, server.url, options)
    await signInAs(visitor, owner)
    const { page: own, faults } = visitor
    const screens: [string, string, (() => Promise<unknown>)?][] = [
      ['contact', `/contacts/${maraId}`],
      ['contact-files', `/contacts/${maraId}`, () => into(own, 'Files')],
      ['timeline', `/contacts/${maraId}?lines=files`, () => into(own, 'Timeline')],
      ['timeline-why', `/contacts/${kimId}`, () => into(own, 'Timeline')],
      ['new-contact', '/contacts?new=true', () => typeName(own)],
      ['relations', '/settings#relations'],
      ['account', '/settings#account'],
      ['deal', `/deals/${dealId}`, () => into(own, 'Files')],
      ['task', '/tasks?which=all', () => openTask(own)],
    ]
    for (const [name, address, action] of screens) {
      await own.goto(address)
      await own.locator('h1, h2').filter({ visible: true }).first().waitFor()
      await action?.()
      await expect.poll(() => own.getByLabel('Loading').count(), PATIENCE).toBe(0)
      await own.waitForLoadState('networkidle')
      expect(await picture(own, `${look}-${name}`)).toBeGreaterThan(0)
      expect([name, await accessibilityFaults(own), faults.splice(0)]).toEqual([name, [], []])
    }
    await visitor.leave()
  })
})

async function typeName(own: Page) {
  await own.getByRole('dialog').getByLabel('Name').fill('Mara Webber')
  await own.getByText('Is it one of these?').waitFor()
}

const into = (own: Page, region: string) => own.getByRole('region', { name: region }).scrollIntoViewIfNeeded()

async function openTask(own: Page) {
  await own.getByRole('link', { name: 'Measure the roof' }).click()
  await into(own, 'Files')
}
