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
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  owner = (await ownerAt(server.url, 'Studio Lind')).owner
  const { contacts, tasks, deals } = owner.caller
  const mara = { name: 'Mara Weber', email: 'mara@customer.test', phone: '030 901 87-65' }
  const { id } = await contacts.create.mutate(mara)
  await contacts.create.mutate({ name: 'M. Weber', email: 'mara@customer.test', phone: null })
  await contacts.create.mutate({ name: 'Delia Dorn', email: null, phone: null })
  await tasks.create.mutate({ title: 'Send Mara the colours', dueOn: null, contactId: id })
  await deals.create.mutate({ title: 'Wedding party', amount: '480', contactId: null })
  mine = await visit(browser, server.url)
  await signInAs(mine, owner)
  page = mine.page
})
afterAll(() => Promise.all([browser?.close(), server?.stop()]))
afterEach(() => expect([...mine.faults, ...mine.foreign]).toEqual([]))

const heading = (name: string) => page.getByRole('heading', { name, exact: true })
const contacts = () => page.getByRole('list', { name: 'Contacts' })
const field = () => page.getByRole('combobox', { name: 'Find or do anything' })
const found = (name: string | RegExp) => page.getByRole('listbox', { name: 'Found' }).getByRole('option', { name })

describe('somebody at the desk', () => {
  it('deletes a contact and takes that back at once', async () => {
    await page.goto('/contacts')
    await contacts().getByRole('link', { name: 'Delia Dorn' }).click()
    await page.getByRole('button', { name: 'More about this contact' }).click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    await page.getByText('Deleted Delia Dorn').waitFor()
    await expect.poll(() => contacts().getByRole('link', { name: 'Delia Dorn' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await contacts().getByRole('link', { name: 'Delia Dorn' }).waitFor()
  })

  it('restores from the trash what was deleted before', async () => {
    await contacts().getByRole('link', { name: 'Delia Dorn' }).click()
    await page.getByRole('button', { name: 'More about this contact' }).click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    await page.getByText('Deleted Delia Dorn').waitFor()
    await page.goto('/trash')
    await page.getByRole('button', { name: 'Restore: Deleted Delia Dorn' }).click()
    await heading('Nothing here').waitFor()
    await page.goto('/contacts')
    await contacts().getByRole('link', { name: 'Delia Dorn' }).waitFor()
  })

  it('merges two who are one, field by field, and parts them again', async () => {
    await page.getByRole('button', { name: 'More about contacts' }).click()
    await page.getByRole('menuitem', { name: 'Duplicates' }).click()
    await page.getByText('Both have mara@customer.test.').waitFor()
    await page.getByRole('button', { name: 'Merge …' }).click()
    const dialog = page.getByRole('dialog', { name: 'Merge two contacts' })
    await dialog.getByRole('columnheader', { name: 'Mara Weber stays' }).waitFor()
    await dialog.getByRole('radio', { name: 'M. Weber' }).check()
    await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
    await heading('M. Weber').waitFor()
    await page.getByText('Send Mara the colours').first().waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await heading('Mara Weber').waitFor()
    await page.goto('/contacts')
    await contacts().getByRole('link', { name: 'M. Weber' }).waitFor()
  })

  it('finds a person by a mistyped name, and a caller by the end of the number', async () => {
    await page.keyboard.press('Control+k')
    await field().fill('webber')
    await found(/Weber/).first().waitFor()
    await field().fill('1 87-65')
    await page.getByText('Has this number').waitFor()
    await page.getByText('Send Mara the colours').waitFor()
    await page.keyboard.press('Enter')
    await heading('Mara Weber').waitFor()
  })

  it('does what is typed: a new contact without the mouse', async () => {
    await page.keyboard.press('Control+k')
    await field().fill('new con')
    await found(/New contact/).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'New contact' }).getByLabel('Name').fill('Nora Neu')
    await page.keyboard.press('Enter')
    await heading('Nora Neu').waitFor()
  })

  it('sees what nobody is on, and settles it with one key', async () => {
    const place = page
      .getByRole('navigation', { name: 'Office', exact: true })
      .getByRole('link', { name: /Nobody is on/ })
    await expect.poll(() => place.textContent()).toContain('1')
    await place.click()
    await page.getByRole('listitem').filter({ hasText: 'Wedding party' }).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('f')
    await heading('Somebody is on everything').waitFor()
    const tasks = await owner.caller.tasks.list.query({})
    expect(tasks.map(({ title }) => title)).toContain('Follow up: Wedding party')
    await expect.poll(() => place.textContent()).not.toContain('1')
  })

  it('writes a note and a tag on a contact, and takes the note back', async () => {
    await page.goto('/contacts')
    await contacts().getByRole('link', { name: 'Nora Neu' }).click()
    await page.getByRole('textbox', { name: 'New note' }).fill('Prefers the window seat.')
    await page.reload()
    await page.getByText('Prefers the window seat.').waitFor()
    await page.getByRole('textbox', { name: 'New note' }).press('Control+Enter')
    const note = page.getByRole('region', { name: 'Notes' }).getByRole('article')
    await note.getByText('Prefers the window seat.').waitFor()
    await note.getByRole('button', { name: 'Delete the note' }).click()
    await expect.poll(() => note.count()).toBe(0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await note.waitFor()
    await page.getByRole('button', { name: 'Add a tag' }).click()
    await page.getByRole('combobox', { name: 'Tag' }).fill('Regular')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Take off Regular' }).waitFor()
  })

  it('drags a deal to another stage, moves it on by keys, and says why it was lost', async () => {
    await page.goto('/deals')
    const stage = (name: string) => page.getByRole('list', { name: `Deals in ${name}` })
    const card = (name: string) => stage(name).getByRole('listitem').filter({ hasText: 'Wedding party' })
    await card('New enquiry').dragTo(page.getByRole('region', { name: 'Talking' }))
    await card('Talking').waitFor()
    await page.getByText('Moved Wedding party to Talking.').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await card('New enquiry').waitFor()
    await card('New enquiry').focus()
    await page.keyboard.press('Alt+ArrowRight')
    await card('Talking').waitFor()
    await card('Talking').dragTo(page.getByRole('region', { name: 'Lost' }))
    await page.getByRole('dialog', { name: 'Why was it lost?' }).getByRole('button', { name: 'No answer' }).click()
    await card('Lost').waitFor()
    const { columns } = await owner.caller.deals.board.query()
    await expect.poll(() => columns.at(-1)?.stage.name).toBe('Lost')
    await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Forecast' }).click()
    await heading('Nothing to forecast').waitFor()
  })
})
