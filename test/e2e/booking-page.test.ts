import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { convertIcsCalendar } from 'ts-ics'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MONDAY, weekdays } from '../support/berlin-days.ts'
import { accessibilityFaults, launchBrowser, picture, visit } from '../support/browser.ts'
import { DARK, LIGHT, ON_PHONE, ON_PHONE_DARK } from '../support/looks.ts'
import { ownerAt, type RemotePerson } from '../support/remote-people.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { service } from '../support/service-fields.ts'

/** The first view of the page may load this much JavaScript, gzipped. */
const MOST_SCRIPT_BYTES = 15_000

let server: RunningServer
let browser: Browser
let owner: RemotePerson
let slug: string
let ownerId: string
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  ;({ owner } = await ownerAt(server.url, 'Harbour Dental'))
  await ownerAt(server.url, 'Other Dental')
  ;({ slug } = await owner.caller.office.read.query())
  ownerId = (await owner.caller.office.members.query()).members[0]!.userId
  await setUp()
})
afterAll(() => Promise.all([browser?.close(), server?.stop()]))

async function setUp() {
  const { caller } = owner
  const { settings, version } = await caller.office.read.query()
  const booking = {
    ...{ phone: '+49 30 901820', address: 'Quay 1, 24103 Kiel', consent: '', embedOn: ['https://harbour.example'] },
    welcome: 'Good to see you. Please bring your insurance card.',
  }
  await caller.office.updateSettings.mutate({ version, settings: { ...settings, booking } })
  await caller.hours.setWeek.mutate({ userId: null, windows: weekdays('09:00', '17:00') })
  const question = {
    key: 'q',
    label: 'Are you in pain?',
    kind: 'choice' as const,
    isRequired: true,
    choices: ['Yes', 'No'],
  }
  const both = { staffIds: [ownerId], priceMinor: 4500 }
  await caller.services.add.mutate(
    service({
      ...both,
      name: 'Check-up',
      description: 'A look at everything, and a plan.',
      lengthMinutes: 30,
      questions: [question],
    }),
  )
  await caller.services.add.mutate(service({ ...both, name: 'Whitening', needsApproval: true, priceMinor: 12_050 }))
}

const withScripts = (javaScriptEnabled: boolean): BrowserContextOptions => ({ javaScriptEnabled, colorScheme: 'light' })
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()

/** From the list of services to the times of a Monday ahead. */
async function toTimes(page: Page, name: string) {
  await page.goto(`/book/${slug}`)
  await page.getByRole('link', { name: new RegExp(name) }).click()
  await heading(page, 'When suits you?')
  const address = new URL(page.url())
  address.searchParams.set('from', MONDAY)
  address.searchParams.set('zone', 'Europe/Berlin')
  await page.goto(address.href)
}

async function fillIn(page: Page, name: string) {
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Email', { exact: true }).fill(`${crypto.randomUUID()}@guest.test`)
}

/** Nobody reads and writes a form in less, and the server knows it. */
const asAPerson = (page: Page) => page.waitForTimeout(2100)

describe.each([
  { how: 'without JavaScript', scripts: false, time: '10:00', other: '11:00', wish: '13:00' },
  { how: 'with JavaScript', scripts: true, time: '14:00', other: '15:00', wish: '16:00' },
])('the booking page, $how', ({ scripts, time, other, wish }) => {
  it('books, shows the appointment, hands it out as a calendar file, moves it and cancels it', async () => {
    const { page, faults, foreign, leave } = await visit(browser, server.url, withScripts(scripts))
    await toTimes(page, 'Check-up')
    await page.getByRole('button', { name: time, exact: true }).click()
    await heading(page, 'Your details')
    expect(await page.getByText(/This time is held for you until/).count()).toBe(1)
    await fillIn(page, 'Gina Guest')
    await page.getByLabel('Are you in pain?').selectOption('No')
    await page.getByLabel(/Please send me/).check()
    await asAPerson(page)
    await page.getByRole('button', { name: 'Book', exact: true }).click()
    await heading(page, 'You are booked')
    const manage = new URL(page.url()).pathname
    expect(manage).toMatch(/^\/a\//)
    const file = await (await fetch(`${server.url}${manage}/appointment.ics`)).text()
    const [event] = convertIcsCalendar(undefined, file).events!
    expect(event).toMatchObject({
      summary: 'Check-up, Harbour Dental',
      location: 'Quay 1, 24103 Kiel',
      status: 'CONFIRMED',
    })

    await page.getByRole('link', { name: 'Move it' }).click()
    await heading(page, 'Move your appointment')
    await page.goto(`${manage}/move?from=${MONDAY}&zone=Europe/Berlin`)
    await page.getByRole('link', { name: other, exact: true }).click()
    await heading(page, 'Move it to this time?')
    await page.getByRole('button', { name: 'Move it' }).click()
    await heading(page, 'Your appointment')
    await page.getByText(`${other}`).first().waitFor()
    await page.getByRole('link', { name: 'Cancel it' }).click()
    await heading(page, 'Cancel this appointment?')
    await page.getByLabel('Why?').fill('On holiday')
    await page.getByRole('button', { name: 'Cancel the appointment' }).click()
    await heading(page, 'This appointment is cancelled')
    expect({ faults, foreign }).toEqual({ faults: [], foreign: [] })
    await leave()
  })

  it('sends a request where the office confirms each', async () => {
    const { page, faults, leave } = await visit(browser, server.url, withScripts(scripts))
    await toTimes(page, 'Whitening')
    await page.getByRole('button', { name: wish, exact: true }).click()
    await heading(page, 'Your details')
    await fillIn(page, 'Rita Request')
    await asAPerson(page)
    await page.getByRole('button', { name: 'Send request' }).click()
    await heading(page, 'We have your request')
    expect(faults).toEqual([])
    await leave()
  })

  it('keeps what was typed and offers other times when somebody was faster', async () => {
    const { page, faults, leave } = await visit(browser, server.url, withScripts(scripts))
    await toTimes(page, 'Check-up')
    const first = page.locator('button.time').first()
    await first.click()
    await heading(page, 'Your details')
    await fillIn(page, 'Late Larry')
    await page.getByLabel('Are you in pain?').selectOption('Yes')
    // The hold runs out, and somebody takes the time.
    const key = new URL(page.url()).searchParams.get('key')!
    const startsAt = new URL(page.url()).searchParams.get('at')!
    await fetch(`${server.url}/api/book/${slug}/release`, { method: 'POST', body: JSON.stringify({ key }) })
    const services = await owner.caller.services.list.query()
    const serviceId = services.find(({ name }) => name === 'Check-up')!.id
    await owner.caller.appointments.book.mutate({
      ...{ key: crypto.randomUUID(), serviceId, startsAt, timeZone: 'Europe/Berlin' },
    })
    await asAPerson(page)
    await page.getByRole('button', { name: 'Book', exact: true }).click()
    await page.getByRole('alert').getByText('just been taken').waitFor()
    expect(await page.getByLabel('Your name').inputValue()).toBe('Late Larry')
    expect(await page.getByLabel('Are you in pain?').inputValue()).toBe('Yes')
    await page.locator('.instead button').first().click()
    await heading(page, 'You are booked')
    // The browser itself reports the answer 409.
    expect(faults.filter((fault) => !fault.includes('409'))).toEqual([])
    await leave()
  })
})

describe('with JavaScript, the booking page', () => {
  it('shows times in the visitor’s own zone, and in another that they choose', async () => {
    const { page, leave } = await visit(browser, server.url, { timezoneId: 'America/New_York' })
    await page.goto(`/book/${slug}`)
    await page.getByRole('link', { name: /Check-up/ }).click()
    await page.getByText('Times in Eastern').waitFor()
    await page.goto(`${page.url()}&from=${MONDAY}`)
    const first = page.locator('button.time').first()
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'America/New_York', timeStyle: 'short' })
    const shown = clock.format(new Date((await first.getAttribute('value')) ?? ''))
    expect(((await first.textContent()) ?? '').padStart(shown.length, '0')).toContain(shown)
    await page.getByText('Times in Eastern').click()
    await page.getByLabel('Time zone').selectOption('Europe/Berlin')
    await page.getByText('Times in Central European').waitFor()
    await leave()
  })

  it('gives a time back when its form is left', async () => {
    const { page, leave } = await visit(browser, server.url, withScripts(true))
    await toTimes(page, 'Check-up')
    const last = page.locator('button.time').last()
    const value = (await last.getAttribute('value'))!
    await last.click()
    await heading(page, 'Your details')
    const { caller } = owner
    const serviceId = (await caller.services.list.query()).find(({ name }) => name === 'Check-up')!.id
    const isFree = async () => {
      const asked = { serviceId, from: MONDAY, days: 1, timeZone: 'Europe/Berlin' }
      const { days } = await caller.appointments.slots.query(asked)
      return days[0]!.slots.some(({ startsAt }) => new Date(startsAt).toISOString() === value)
    }
    expect(await isFree()).toBe(false)
    await page.goto(`/book/${slug}`)
    await expect.poll(isFree).toBe(true)
    await leave()
  })

  it('loads little JavaScript, and books once however often the button is pressed', async () => {
    const { page, leave } = await visit(browser, server.url, withScripts(true))
    const sizes: Promise<number>[] = []
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script' && response.ok())
        sizes.push(response.body().then((body) => gzipSync(body).length))
    })
    await toTimes(page, 'Check-up')
    const sum = (await Promise.all(sizes.slice(0, sizes.length))).reduce((all, size) => all + size, 0)
    expect(sizes.length).toBeGreaterThan(0)
    expect(sum).toBeLessThan(MOST_SCRIPT_BYTES)
    await page.locator('button.time').nth(3).click()
    await heading(page, 'Your details')
    const at = new URL(page.url()).searchParams.get('at')!
    await fillIn(page, 'Double Dana')
    await page.getByLabel('Are you in pain?').selectOption('Yes')
    await asAPerson(page)
    await page.getByRole('button', { name: 'Book', exact: true }).dblclick()
    await heading(page, 'You are booked')
    const to = new Date(Date.parse(at) + 1_800_000).toISOString()
    expect(await owner.caller.appointments.calendar.query({ from: at, to })).toHaveLength(1)
    await leave()
  })
})

const TOO_WIDE = `[...document.querySelectorAll('body *')].filter((element) => {
  if (element.closest('[data-sideways], .trap, .unseen, #spoken')) return false
  const { right, width, height } = element.getBoundingClientRect()
  return width > 1 && height > 1 && right > innerWidth + 1
}).map((element) => element.tagName + '.' + element.className)`

describe.each([LIGHT, DARK, ON_PHONE, ON_PHONE_DARK])('the booking page, $look', ({ look, options }) => {
  it('is sound at every step', async () => {
    const { page, faults, leave } = await visit(browser, server.url, options)
    const isSound = async (name: string) => {
      await picture(page, `${look}-booking-${name}`)
      expect(await accessibilityFaults(page), name).toEqual([])
      expect(await page.evaluate(TOO_WIDE), name).toEqual([])
    }
    await page.goto(`/book/${slug}`)
    await heading(page, 'What would you like to book?')
    await isSound('services')
    await toTimes(page, 'Check-up')
    await isSound('times')
    await page.locator('button.time').nth(1).click()
    await heading(page, 'Your details')
    await isSound('form')
    await fillIn(page, 'Looking Lena')
    await page.getByLabel('Are you in pain?').selectOption('Yes')
    await asAPerson(page)
    await page.getByRole('button', { name: 'Book', exact: true }).click()
    await heading(page, 'You are booked')
    await isSound('booked')
    await page.getByRole('link', { name: 'Cancel it' }).click()
    await heading(page, 'Cancel this appointment?')
    await isSound('cancel')
    expect(faults).toEqual([])
    await page.goto('/a/nonsense')
    await heading(page, 'This link does not open an appointment')
    await isSound('not-a-link')
    await leave()
  })
})
