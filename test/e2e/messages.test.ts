import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults, launchBrowser, picture, signInAs, type Visit, visit } from '../support/browser.ts'
import { DARK, ON_PHONE, ON_PHONE_DARK } from '../support/looks.ts'
import { ownerAt, type RemotePerson } from '../support/remote-people.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'

let server: RunningServer
let browser: Browser
let owner: RemotePerson
let mine: Visit
let page: Page
let contactId: string
const ZONE = 'Europe/Berlin'
const DAY_MS = 86_400_000

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  owner = (await ownerAt(server.url, 'Studio Lind')).owner
  const { caller } = owner
  const windows = [0, 1, 2, 3, 4, 5, 6].map((day) => ({ day, start: '00:00', end: '24:00' }))
  await caller.hours.setWeek.mutate({ userId: null, windows })
  const [me] = (await caller.office.members.query()).members
  const { id: serviceId } = await caller.services.add.mutate({
    ...{ name: 'Colour and cut', lengthMinutes: 60, everyMinutes: 60, staffIds: [me!.userId] },
  })
  const mara = { name: 'Mara Weber', email: 'mara@customer.test', phone: '+49 1512 3456789' }
  contactId = (await caller.contacts.create.mutate(mara)).id
  const startsAt = new Date(Math.ceil(Date.now() / DAY_MS + 5) * DAY_MS + 9 * 3_600_000).toISOString()
  await caller.appointments.book.mutate({ key: crypto.randomUUID(), serviceId, startsAt, timeZone: ZONE, contactId })
  mine = await visit(browser, server.url)
  await signInAs(mine, owner)
  page = mine.page
})
afterAll(() => Promise.all([browser?.close(), server?.stop()]))
afterEach(() => expect([...mine.faults, ...mine.foreign]).toEqual([]))

const section = () => page.getByRole('region', { name: 'Messages to customers' })
const dialog = (name = 'Reminder') => page.getByRole('dialog', { name })
const preview = () => dialog().getByRole('region', { name: 'Preview' })
const reminder = async () =>
  (await owner.caller.customerMessages.settings.query()).steps.find(({ key }) => key === 'reminder')!
const openReminder = () => page.getByRole('button', { name: 'Change: Reminder, 1 day before the start' }).click()

describe('an owner who decides what customers are told', () => {
  it('sees every message with its switch, and switches one on', async () => {
    await page.goto('/settings#messages')
    await section().scrollIntoViewIfNeeded()
    await section().getByText('2 hours after the end').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await picture(page, 'messages-settings')
    // The box itself lies under its picture, as a finger would hit it.
    await section().getByRole('switch', { name: 'Send: After the visit' }).check({ force: true })
    await page.getByText('Changed the message “After the visit”').waitFor()
    await expect
      .poll(
        async () =>
          (await owner.caller.customerMessages.settings.query()).steps.find(({ key }) => key === 'follow_up')!.isOn,
      )
      .toBe(true)
  })

  it('writes own words with placeholders, and sees at once what the next customer will read', async () => {
    await openReminder()
    await preview().getByText('As Mara Weber will read it').waitFor()
    await preview().getByText('Hello Mara Weber,').waitFor()
    const sms = dialog().getByRole('textbox', { name: 'Text message' })
    await sms.fill('Hello ')
    await dialog().getByRole('button', { name: 'Put in Their name: Text message' }).click()
    await page.keyboard.type('! Bring a towel ž')
    await expect.poll(() => sms.inputValue()).toBe('Hello {name}! Bring a towel ž')
    await preview().getByText('Hello Mara Weber! Bring a towel ž').waitFor()
    await preview().getByText('33 characters: one text message, 37 left.').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await picture(page, 'messages-dialog')
    await sms.fill('Hello {first}')
    await dialog().getByRole('button', { name: 'Save' }).click()
    await dialog().getByText('“{first}” is not known.').waitFor()
    await sms.fill('Hello {name}, see you at {time}!')
    await dialog().getByLabel('How long before').fill('2')
    await dialog().getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: 'Change: Reminder, 2 days before the start' }).waitFor()
    expect(await reminder()).toMatchObject({ smsText: 'Hello {name}, see you at {time}!', amount: 2, unit: 'day' })
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await page.getByRole('button', { name: 'Change: Reminder, 1 day before the start' }).waitFor()
  })

  it('has other words for one service, and goes back to the same as all', async () => {
    await openReminder()
    await dialog().getByLabel('For', { exact: true }).selectOption({ label: 'Colour and cut' })
    await dialog().getByRole('textbox', { name: 'Text message' }).fill('Colour tomorrow at {time}')
    await dialog().getByRole('button', { name: 'Save' }).click()
    await section().getByText('One service has its own.').waitFor()
    await openReminder()
    await dialog().getByLabel('For', { exact: true }).selectOption({ label: 'Colour and cut (its own)' })
    await dialog().getByRole('button', { name: 'Same as all services' }).click()
    await section().getByText('One service has its own.').waitFor({ state: 'detached' })
  })

  it('adds a reminder and removes it, sets the quiet hours and says where customers come', async () => {
    await section().getByRole('button', { name: 'Add a reminder' }).click()
    await page.getByRole('button', { name: 'Change: Reminder, 2 hours before the start' }).click()
    await dialog().getByRole('button', { name: 'Remove this reminder' }).click()
    await page
      .getByRole('button', { name: 'Change: Reminder, 2 hours before the start' })
      .waitFor({ state: 'detached' })
    const form = page.getByRole('form', { name: 'Quiet hours and place' })
    await form.getByLabel('From').fill('20:30')
    await form.getByLabel('Where customers come').fill('Main Street 5')
    await form.getByRole('button', { name: 'Save' }).click()
    await expect
      .poll(async () => (await owner.caller.customerMessages.settings.query()).quietFromMinute)
      .toBe(20 * 60 + 30)
    await openReminder()
    await preview().getByText('Where: Main Street 5').waitFor()
    await dialog().getByRole('button', { name: 'Cancel' }).click()
  })

  it('sees beside the customer what they were told and will be, and the mail itself under “Sent locally”', async () => {
    await page.goto(`/contacts/${contactId}`)
    await page.getByText('Was told').waitFor()
    await page
      .getByRole('link', { name: /^Colour and cut/ })
      .first()
      .click()
    await page.getByText('Messages to the customer', { exact: true }).click()
    const list = page.getByRole('list', { name: 'Messages of this appointment' })
    await list.getByText('Booked, by email').waitFor()
    await list
      .getByText(/Planned for/)
      .first()
      .waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await picture(page, 'messages-of-appointment')
    await page.goto('/settings#sent')
    await page.getByText('Your appointment on').first().click()
    await page.getByText('With invitation.ics').waitFor()
  })

  it.each([DARK, ON_PHONE, ON_PHONE_DARK])('finds it pleasant $look', async ({ look, options }) => {
    const other = await visit(browser, server.url, options)
    await signInAs(other, owner)
    const { page } = other
    await page.goto('/settings#messages')
    const region = page.getByRole('region', { name: 'Messages to customers' })
    await region.getByText('2 hours after the end').waitFor()
    await region.scrollIntoViewIfNeeded()
    expect(await accessibilityFaults(page)).toEqual([])
    await picture(page, `messages-settings-${look}`)
    await page.getByRole('button', { name: 'Change: Booked' }).click()
    await page.getByRole('region', { name: 'Preview' }).getByText('Hello Mara Weber,').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await picture(page, `messages-dialog-${look}`)
    expect([...other.faults, ...other.foreign]).toEqual([])
    await other.leave()
  })
})
