import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { MONDAY } from '../support/berlin-days.ts'
import { accessibilityFaults, launchBrowser, picture, signInAs, type Visit, visit } from '../support/browser.ts'
import { colleagueOf } from '../support/diary-at.ts'
import { DARK, LIGHT, ON_PHONE, ON_PHONE_DARK } from '../support/looks.ts'
import { ownerAt, type RemotePerson } from '../support/remote-people.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'

const POLL = { timeout: 15_000 }

let server: RunningServer
let browser: Browser
let owner: RemotePerson
let other: RemotePerson
let mine: Visit
let page: Page
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  ;({ owner } = await ownerAt(server.url, 'Studio Lind'))
  ;({ owner: other } = await ownerAt(server.url, 'Studio Nord'))
  mine = await visit(browser, server.url)
  await signInAs(mine, owner)
  page = mine.page
})
afterAll(() => Promise.all([browser?.close(), server?.stop()]))
afterEach(() => expect([...mine.faults, ...mine.foreign]).toEqual([]))

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
const names = (list: string) =>
  page.getByRole('list', { name: list, exact: true }).getByRole('listitem').allInnerTexts()

describe('an owner', () => {
  it('writes down a room, and takes it back and again', async () => {
    await page.goto('/settings#resources')
    await button('Add a room or thing').click()
    const form = page.getByRole('dialog', { name: 'New room or thing' })
    await form.getByLabel('Kind', { exact: true }).fill('Chair')
    await form.getByLabel('Name', { exact: true }).fill('By the window')
    await form.getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => names('Chair'), POLL).toEqual([expect.stringContaining('By the window')])
    expect(await owner.caller.resources.list.query()).toEqual([
      expect.objectContaining({ kind: 'Chair', name: 'By the window' }),
    ])
    await button('Remove By the window').click()
    await expect.poll(() => owner.caller.resources.list.query(), POLL).toEqual([])
    await button('Undo').last().click()
    await expect.poll(() => names('Chair'), POLL).toEqual([expect.stringContaining('By the window')])
  })

  it('writes down a service with all that it has, and finds it again as it was', async () => {
    await button('Add a service').click()
    const form = page.getByRole('dialog', { name: 'New service' })
    await form.getByRole('button', { name: 'Save' }).click()
    await form.getByText('Please give it a name.').waitFor()
    await form.getByLabel('Name', { exact: true }).fill('Haircut')
    await form.getByLabel('It takes', { exact: true }).fill('45')
    await form.getByLabel('Price in EUR').fill('45,50')
    await form.getByText('When it can be booked').click()
    await form.getByLabel('Kept free after', { exact: true }).fill('10')
    await form.getByLabel('At most a day').fill('4')
    await form.getByText('Rooms and things it needs').click()
    await form.getByRole('button', { name: 'It needs a room or thing' }).click()
    await form.getByText('Questions to whoever books').click()
    await form.getByRole('button', { name: 'Ask something' }).click()
    await form.getByLabel('You ask').fill('Long or short?')
    await form.getByLabel('Kind', { exact: true }).selectOption('One of some answers')
    await form.getByLabel('Answers, one a line').fill('Long\nShort')
    expect(await accessibilityFaults(page)).toEqual([])
    await picture(page, 'service-form')
    await form.getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => names('Services'), POLL).toEqual([expect.stringContaining('45 min')])
    const [service] = await owner.caller.services.list.query()
    expect(service).toMatchObject({
      ...{ name: 'Haircut', lengthMinutes: 45, bufferAfterMinutes: 10, mostPerDay: 4, priceMinor: 4550 },
      resources: [{ kind: 'Chair', quantity: 1 }],
      questions: [expect.objectContaining({ label: 'Long or short?', kind: 'choice', choices: ['Long', 'Short'] })],
    })
    await button('Change Haircut').click()
    const again = page.getByRole('dialog', { name: 'Change Haircut' })
    expect(await again.getByLabel('Price in EUR').inputValue()).toBe('45.50')
    await again.getByLabel('It takes', { exact: true }).fill('1')
    await again.getByLabel('It takes, unit').selectOption('hours')
    await again.getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => names('Services'), POLL).toEqual([expect.stringContaining('1 h')])
  })

  it('says what the booking page says, which a customer reads there', async () => {
    await page.getByText('What the page says', { exact: true }).click()
    const form = page.getByRole('form', { name: 'What the booking page says' })
    await form.getByLabel('Welcome').fill('Please ring twice.')
    await form.getByLabel('Address').fill('Quay 1, 24103 Kiel')
    await form.getByLabel(/^Websites/).fill('harbour.example')
    await form.getByRole('button', { name: 'Save what the page says' }).click()
    await form.getByText(/like https:/).waitFor()
    await form.getByLabel(/^Websites/).fill('https://harbour.example')
    await form.getByRole('button', { name: 'Save what the page says' }).click()
    const booking = async () => (await owner.caller.office.read.query()).settings.booking
    await expect.poll(booking, POLL).toMatchObject({ embedOn: ['https://harbour.example'], phone: '' })
    const { slug } = await owner.caller.office.read.query()
    const shown = await (await fetch(`${server.url}/book/${slug}`)).text()
    expect(shown).toContain('Quay 1, 24103 Kiel')
    // Where there is one service only, it is chosen, and the list with its welcome is passed by.
    expect((await booking())?.welcome).toBe('Please ring twice.')
  })

  it('sets the hours of the office with a break, which are then the times on offer', async () => {
    const week = page.getByRole('form', { name: 'Weekly hours' })
    await week.getByRole('button', { name: 'Add hours: Monday' }).click()
    await week.getByLabel('Monday, until (1)').fill('12:00')
    await week.getByRole('button', { name: 'Add hours after a break: Monday' }).click()
    await week.getByLabel('Monday, until (2)').fill('11:00')
    await week.getByText(/ends before it starts/).waitFor()
    expect(await week.getByRole('button', { name: 'Save hours' }).isDisabled()).toBe(true)
    await week.getByLabel('Monday, until (2)').fill('17:00')
    await week.getByRole('button', { name: 'The hours of Monday on Monday to Friday' }).click()
    await picture(page, 'hours')
    await week.getByRole('button', { name: 'Save hours' }).click()
    const weekly = async () => (await owner.caller.hours.read.query()).weekly.flatMap(({ windows }) => windows)
    await expect.poll(async () => (await weekly()).length, POLL).toBe(10)
    const [service] = await owner.caller.services.list.query()
    const asked = { serviceId: service!.id, from: MONDAY, days: 1, timeZone: 'Europe/Berlin' }
    const starts = async () =>
      (await owner.caller.appointments.slots.query(asked)).days.flatMap(({ slots }) => slots).length
    expect(await starts()).toBeGreaterThan(0)
    const off = page.getByRole('form', { name: 'New time off' })
    await off.getByLabel('First day').fill(MONDAY)
    await off.getByLabel('What for').fill('Stocktaking')
    await off.getByRole('button', { name: 'Add' }).click()
    await page.getByRole('list', { name: 'Time off' }).getByText('Stocktaking').waitFor()
    expect(await starts()).toBe(0)
    await button(/^Remove Stocktaking/).click()
    await expect.poll(starts, POLL).toBeGreaterThan(0)
  })

  it('opens over midnight, and sees when another owner changes the hours meanwhile', async () => {
    const week = page.getByRole('form', { name: 'Weekly hours' })
    await week.getByRole('button', { name: 'Add hours: Saturday' }).click()
    await week.getByLabel('Saturday, from (1)').fill('20:00')
    await week.getByLabel('Saturday, until (1)').fill('02:00')
    await week.getByText(/Saturday from 20:00 to 02:00 ends before it starts/).waitFor()
    await week.getByLabel('goes on after midnight').check()
    const theirs = (await owner.caller.hours.read.query()).weekly[0]!.windows.filter(({ day }) => day !== 5)
    await owner.caller.hours.setWeek.mutate({ userId: null, windows: theirs })
    await week.getByText('Somebody else changed these hours meanwhile.').waitFor()
    expect(await week.getByLabel('Saturday, until (1)').inputValue()).toBe('02:00')
    await week.getByRole('button', { name: 'Show theirs' }).click()
    expect(await week.getByLabel('Friday, from (1)').count()).toBe(0)
    await week.getByRole('button', { name: 'Add hours: Saturday' }).click()
    await week.getByLabel('Saturday, from (1)').fill('20:00')
    await week.getByLabel('Saturday, until (1)').fill('02:00')
    await week.getByLabel('goes on after midnight').check()
    await week.getByRole('button', { name: 'The hours of Monday on Monday to Friday' }).click()
    await week.getByRole('button', { name: 'Save hours' }).click()
    const saturday = async () =>
      (await owner.caller.hours.read.query()).weekly[0]!.windows.filter(({ day }) => day === 6)
    await expect.poll(saturday, POLL).toEqual([{ day: 6, start: '20:00', end: '02:00', overMidnight: true }])
    await expect.poll(() => week.getByRole('button', { name: 'Save hours' }).isDisabled(), POLL).toBe(true)
    expect(await week.getByText('Somebody else changed').count()).toBe(0)
  })

  it('gives somebody hours of their own, and lets them follow the office again', async () => {
    const [me] = (await owner.caller.office.members.query()).members
    await page.getByLabel('Whose hours').selectOption(me!.userId)
    await button(`Give ${me!.name} other hours`).click()
    const week = page.getByRole('form', { name: 'Weekly hours' })
    await week.getByRole('button', { name: 'Take hours 2 of Friday out' }).click()
    await week.getByRole('button', { name: 'Save hours' }).click()
    const own = async () => (await owner.caller.hours.read.query()).weekly.find(({ userId }) => userId === me!.userId)
    await expect.poll(async () => (await own())?.windows.length, POLL).toBe(10)
    await button('Follow the hours of the office again').click()
    await expect.poll(own, POLL).toBeUndefined()
  })

  it('closes one day', async () => {
    await page.getByLabel('Whose hours').selectOption('The office')
    const form = page.getByRole('form', { name: 'Other hours on a day' })
    await form.getByLabel('Day', { exact: true }).fill(MONDAY)
    await form.getByRole('button', { name: 'Close this day' }).click()
    await page.getByRole('list', { name: 'Other hours on single days' }).getByText('closed').waitFor()
    expect((await owner.caller.hours.read.query()).dates).toEqual([{ userId: null, date: MONDAY, windows: [] }])
  })

  it('puts services in another order, and removes one', async () => {
    await button('Add a service').click()
    const form = page.getByRole('dialog', { name: 'New service' })
    await form.getByLabel('Name', { exact: true }).fill('Colour')
    await form.getByText('When it can be booked').click()
    await form.getByLabel('Booked at most … days ahead').fill('')
    await form.getByRole('button', { name: 'Save' }).click()
    await form.getByText('Please say how many days.').waitFor()
    await form.getByLabel('Booked at most … days ahead').fill('30')
    await form.getByRole('button', { name: 'Save' }).click()
    await expect.poll(async () => (await names('Services')).length, POLL).toBe(2)
    await button('Move Colour up').click()
    await expect.poll(async () => (await names('Services'))[0], POLL).toContain('Colour')
    await button('Remove Colour').click()
    await expect.poll(() => names('Services'), POLL).toEqual([expect.stringContaining('Haircut')])
  })

  it('lets staff and viewers look, and change nothing', async () => {
    const viewer = await colleagueOf(owner, 'Vera Viewer', 'viewer')
    const theirs = await visit(browser, server.url)
    await signInAs(theirs, viewer)
    await theirs.page.goto('/settings#services')
    await theirs.page.getByRole('list', { name: 'Services' }).getByText('Haircut').waitFor()
    await theirs.page
      .getByRole('list', { name: 'Weekly hours' })
      .getByText('09:00 – 12:00, 13:00 – 17:00')
      .first()
      .waitFor()
    await theirs.page.getByRole('list', { name: 'Chair' }).getByText('By the window').waitFor()
    expect(
      await theirs.page.getByRole('button', { name: /Haircut|By the window|Add a|Save hours|Close this day/ }).count(),
    ).toBe(0)
    expect(await accessibilityFaults(theirs.page)).toEqual([])
    await picture(theirs.page, 'viewer')
    expect(theirs.faults).toEqual([])
    await theirs.leave()
  })

  it('shows nothing of it to another office', async () => {
    const { services, resources, hours } = other.caller
    expect(await services.list.query()).toEqual([])
    expect(await resources.list.query()).toEqual([])
    expect(await hours.read.query()).toEqual({ weekly: [], dates: [], timeOff: [] })
  })
})

describe.each([LIGHT, DARK, ON_PHONE, ON_PHONE_DARK])('the settings of booking, $look', ({ look, options }) => {
  it('are sound', async () => {
    const visitor = await visit(browser, server.url, options)
    await signInAs(visitor, owner)
    const { page: own, faults } = visitor
    for (const [part, awaited] of [
      ['services', 'Haircut'],
      ['hours', 'Wednesday'],
      ['resources', 'By the window'],
    ] as const) {
      await own.goto(`/settings#${part}`)
      await own.locator(`#${part}`).getByText(awaited, { exact: true }).first().waitFor()
      await own.locator(`#${part}`).scrollIntoViewIfNeeded()
      await picture(own, `${part}-${look}`)
      expect(await accessibilityFaults(own)).toEqual([])
    }
    await own.getByRole('button', { name: 'Change Haircut' }).click()
    await own.getByRole('dialog', { name: 'Change Haircut' }).getByText('When it can be booked').click()
    await picture(own, `service-${look}`)
    expect(await accessibilityFaults(own)).toEqual([])
    expect(faults).toEqual([])
    await own.context().close()
  })
})
