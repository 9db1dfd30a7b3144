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
  await owner.caller.tasks.create.mutate({ title: 'Pay the rent', dueOn: '2026-01-02', contactId: null })
  mine = await visit(browser, server.url)
  await signInAs(mine, owner)
  page = mine.page
})
afterAll(() => Promise.all([browser?.close(), server?.stop()]))
afterEach(() => expect([...mine.faults, ...mine.foreign]).toEqual([]))

const view = (name: RegExp) => page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name })
const row = (title: string) => page.getByRole('checkbox', { name: title, exact: true })
const panel = () => page.getByRole('dialog', { name: 'Task' })
const undo = () => page.getByRole('button', { name: 'Undo' }).last().click()

describe('somebody with things to do', () => {
  it('writes a task down for today, and says all of it', async () => {
    await page.goto('/tasks')
    await page.getByRole('textbox', { name: 'New task' }).fill('Order colours')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Order colours' }).click()
    await panel().getByLabel('At', { exact: true }).fill('23:59')
    await panel().getByLabel('Priority').selectOption('Urgent')
    await panel().getByLabel('Repeat').selectOption('Weeks')
    await panel().getByLabel('Every').fill('2')
    await panel().getByText('Comes again every 2 weeks.').waitFor()
    const line = panel().getByRole('textbox', { name: 'New line of the checklist' })
    for (const text of ['Blonde', 'Copper']) {
      await line.fill(text)
      await line.press('Enter')
    }
    await panel().getByRole('checkbox', { name: 'Copper' }).check()
    await panel().getByRole('textbox', { name: 'Link to' }).fill('Mara')
    await panel()
      .getByRole('button', { name: /Contact Mara Weber/ })
      .click()
    expect(await accessibilityFaults(page)).toEqual([])
    await picture(page, 'task-panel')
    await panel().getByRole('button', { name: 'Save' }).click()
    await page.getByText('1 of 2').waitFor()
    await page.getByText('every 2 weeks').waitFor()
    const [task] = await owner.caller.tasks.list.query({ view: 'my_day' })
    expect(task).toMatchObject({ title: 'Order colours', priority: 'high', repeat: { every: 2, unit: 'week' } })
    const { links } = await owner.caller.tasks.byId.query({ id: task!.id })
    expect(links).toMatchObject([{ record: 'contact', name: 'Mara Weber' }])
  })

  it('takes an edit back', async () => {
    await page.getByRole('link', { name: 'Order colours' }).click()
    await panel().getByLabel('Title').fill('Order something else')
    await panel().getByRole('button', { name: 'Save' }).click()
    await row('Order something else').waitFor()
    await undo()
    await row('Order colours').waitFor()
  })

  it('ticks it off by one key, and the next one comes; both are taken back by one button', async () => {
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.getByText('Done: Order colours.').waitFor()
    await view(/Upcoming/).click()
    await row('Order colours').waitFor()
    await undo()
    await expect.poll(() => row('Order colours').count()).toBe(0)
    await view(/My day/).click()
    expect(await row('Order colours').isChecked()).toBe(false)
  })

  it('puts off what is late, finds it among what sleeps, and wakes it', async () => {
    await view(/Overdue/).click()
    await row('Pay the rent').waitFor()
    await page.getByRole('button', { name: 'Put off: Pay the rent' }).click()
    await page.getByRole('menuitem', { name: 'For a week' }).click()
    await expect.poll(() => row('Pay the rent').count()).toBe(0)
    await view(/Snoozed/).click()
    await row('Pay the rent').waitFor()
    await page.getByRole('button', { name: 'Put off: Pay the rent' }).click()
    await page.getByRole('menuitem', { name: 'Wake it now' }).click()
    await expect.poll(() => row('Pay the rent').count()).toBe(0)
    await view(/Overdue/).click()
    await row('Pay the rent').waitFor()
    await view(/All/).click()
    expect(await accessibilityFaults(page)).toEqual([])
    await picture(page, 'tasks')
  })

  it('is reminded once: by the bell, without a reload, and by mail', async () => {
    const remindAt = new Date(Date.now() - 60_000).toISOString()
    const title = 'Call the landlord'
    const { id } = await owner.caller.tasks.create.mutate({ title, dueOn: null, contactId: null, remindAt })
    await Promise.all([server.sweep(), server.sweep()])
    await page.getByRole('button', { name: 'Notices, 1 unread' }).click()
    const list = page.getByRole('list', { name: 'Notices' })
    await expect.poll(() => list.getByRole('listitem').count()).toBe(1)
    await picture(page, 'notices')
    await list.getByRole('link', { name: /Reminder.*Call the landlord/ }).click()
    await panel().getByLabel('Title').waitFor()
    expect(await panel().getByLabel('Title').inputValue()).toBe(title)
    await panel().getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('button', { name: 'Notices', exact: true }).waitFor()
    const mails = async () =>
      ((await owner.caller.office.sentLocally.query()) ?? []).filter((mail) => mail.subject.includes(title))
    await expect.poll(async () => (await mails()).length).toBe(1)
    await owner.caller.tasks.check.mutate({ id, version: 1, done: true })
  })

  it('sees the same on a phone in the dark, with room for everything, and the bell keeps what was read', async () => {
    const { page: phone, leave } = await onPhone()
    await phone.goto('/tasks?which=all')
    await phone.getByRole('link', { name: 'Order colours' }).waitFor()
    expect(await phone.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    await picture(phone, 'tasks-phone')
    await phone.getByRole('button', { name: /^Notices/ }).click()
    await phone.getByText('Call the landlord').waitFor()
    expect(await accessibilityFaults(phone)).toEqual([])
    await leave()
  })
})

async function onPhone(): Promise<Visit> {
  const phone = await visit(browser, server.url, { viewport: { width: 390, height: 800 }, colorScheme: 'dark' })
  await signInAs(phone, owner)
  return phone
}
