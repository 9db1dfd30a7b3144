import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, type Visit, visit } from '../support/browser.ts'
import { rawMail } from '../support/raw-mail.ts'
import { type AddressedInbox, type Caller, callerAt, inboxOf, PASSWORD } from '../support/remote-people.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { postMail, routeMail } from '../support/signed-mail.ts'

const APPOINTMENT = rawMail({
  from: 'Ann Archer <ann@customer.test>',
  subject: 'Haircut on Friday',
  text: 'Hello,\r\n\r\nmay I book a haircut for Friday at 3pm? Call me on 030 901820.\r\n\r\nKind regards\r\nAnn Archer',
})
const QUESTION = rawMail({
  from: 'Ben Cole <ben@customer.test>',
  subject: 'Gift vouchers',
  text: 'Hello,\r\n\r\ndo you sell gift vouchers, and are you open on Saturdays?\r\n\r\nBest wishes\r\nBen Cole',
})

let server: RunningServer
let browser: Browser
let mine: Visit
let theirs: Visit
let caller: Caller
let inbox: AddressedInbox
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  ;[mine, theirs] = await Promise.all([visit(browser, server.url), visit(browser, server.url)])
})
afterAll(() => Promise.all([browser.close(), server.stop()]))
afterEach(() => {
  for (const { faults, foreign } of [mine, theirs]) expect([...faults, ...foreign]).toEqual([])
})

/** Makes an account and an office, by hand in the browser. */
async function openOffice({ page }: Visit, name: string, office: string) {
  await page.goto('/')
  await page.getByRole('link', { name: 'Create an account' }).click()
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Email').fill(`${name.toLowerCase().replace(' ', '.')}@office.test`)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.getByLabel('Name of the office').fill(office)
  await page.getByLabel('Country').selectOption('DE')
  await page.getByLabel('Time zone').selectOption('Europe/Berlin')
  await page.getByLabel('Currency').selectOption('EUR')
  await page.getByRole('button', { name: 'Open the office' }).click()
  await page.getByRole('button', { name: 'Not now' }).click()
  await page.getByRole('heading', { name: 'Nobody is waiting' }).waitFor()
}

async function callerOf({ page }: Visit): Promise<Caller> {
  const cookies = await page.context().cookies()
  return callerAt(server.url, cookies.map(({ name, value }) => `${name}=${value}`).join('; '))
}

const conversations = ({ page }: Visit) => page.getByRole('list', { name: 'Conversations' })
const go = ({ page }: Visit, place: string) =>
  page.getByRole('navigation', { name: 'Office', exact: true }).getByRole('link', { name: place }).click()
const isGone = (locator: Locator) => locator.waitFor({ state: 'detached' })

describe('the first day of an office', () => {
  it('begins with an account and an empty inbox', async () => {
    await openOffice(mine, 'Rosa Lind', 'Studio Lind')
    await openOffice(theirs, 'Otto Stein', 'Praxis Stein')
    caller = await callerOf(mine)
    inbox = await inboxOf(caller)
  })

  it('says what the assistant may do by itself', async () => {
    const { page } = mine
    await go(mine, 'Settings')
    const allowed = page.getByRole('group', { name: 'What it may do by itself' })
    await allowed.getByRole('switch', { name: 'New task' }).uncheck({ force: true })
    await page.getByRole('button', { name: 'Save' }).last().click()
    await page.getByText('Saved.').waitFor()
    const { settings } = await caller.office.read.query()
    expect(settings.gate.actions).toMatchObject({ create_task: false })
  })

  it('shows mail from two doors as it arrives, without a reload', async () => {
    const { page } = mine
    await go(mine, 'Inbox')
    await page.evaluate('globalThis.wasNeverLeft = true')
    expect((await postMail(server.url, inbox, APPOINTMENT)).status).toBe(200)
    await conversations(mine).getByRole('link', { name: 'Ann Archer' }).getByText('Appointment').waitFor()
    expect((await routeMail(server.url, { from: 'ben@customer.test', to: inbox.address }, QUESTION)).status).toBe(200)
    await conversations(mine).getByRole('link', { name: 'Ben Cole' }).getByText('Question').waitFor()
    expect(await page.evaluate('globalThis.wasNeverLeft')).toBe(true)
  })

  it('carries out what a member accepts with one key', async () => {
    const { page } = mine
    await go(mine, 'Review')
    const proposal = page.getByRole('list', { name: 'Suggestions' }).getByRole('button', { name: 'New task' })
    await proposal.click()
    const words = page.getByRole('region', { name: 'The message it comes from' }).locator('mark')
    await words.getByText('gift vouchers').waitFor()
    await page.keyboard.press('a')
    await page.getByText('Task added.').waitFor()
    await isGone(proposal)
  })

  it('shows what the assistant did by itself, and takes it back', async () => {
    const { page } = mine
    expect(await caller.appointments.list.query({})).toHaveLength(1)
    await page.getByRole('button', { name: 'Done by the assistant' }).click()
    const done = page.getByRole('dialog')
    await done.getByText('Appointment noted').waitFor()
    await done.getByText('Haircut for Ann Archer').locator('xpath=../..').getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Taken back.').waitFor()
    await page.keyboard.press('Escape')
    expect(await caller.appointments.list.query({})).toEqual([])
  })

  it('has the contact, and the task', async () => {
    const { page } = mine
    await page.keyboard.press('/')
    await page.keyboard.type('archer')
    await page.getByRole('option', { name: 'Ann Archer' }).first().click()
    const reach = page.getByRole('complementary', { name: 'At a glance' })
    await reach.getByRole('link', { name: 'ann@customer.test' }).waitFor()
    await go(mine, 'Tasks')
    await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'All' }).click()
    await page
      .getByRole('list', { name: 'Tasks' })
      .getByRole('link', { name: /Ben Cole/ })
      .waitFor()
  })

  it('shows nothing of it to another office', async () => {
    const { page } = theirs
    const { rows } = await caller.inbox.conversations.query({})
    expect(rows).toHaveLength(2)
    await go(theirs, 'Contacts')
    await page.getByRole('heading', { name: 'No contacts yet' }).waitFor()
    await go(theirs, 'Tasks')
    await page.getByRole('heading', { name: 'Nothing to do' }).waitFor()
    await go(theirs, 'Review')
    await page.getByRole('heading', { name: 'Everything is reviewed' }).waitFor()
    await go(theirs, 'Inbox')
    await page.getByRole('heading', { name: 'Nobody is waiting' }).waitFor()
  })

  it('answers whoever asks for it by its address that there is no such thing', async () => {
    const { page } = theirs
    const { rows } = await caller.inbox.conversations.query({})
    await page.goto(`/inbox/${rows[0]?.id}`)
    await page.getByText('This conversation does not exist, or was removed.').waitFor()
  })
})
