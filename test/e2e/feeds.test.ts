import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults, launchBrowser, picture, signInAs, type Visit, visit } from '../support/browser.ts'
import { bomb, calendarServer } from '../support/calendar-server.ts'
import { DARK, LIGHT, ON_PHONE, ON_PHONE_DARK } from '../support/looks.ts'
import { ownerAt, type RemotePerson } from '../support/remote-people.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'

const DAY_MS = 86_400_000
/** Noon on UTC, a week ahead. */
const NOON = (Math.floor(Date.now() / DAY_MS) + 7.5) * DAY_MS
const at = (hoursLater: number) => new Date(NOON + hoursLater * 3_600_000).toISOString()
const stamp = (hoursLater: number) => at(hoursLater).replaceAll(/[-:]|\.000/g, '')
const event = (uid: string, from: number, to: number, ...more: string[]) =>
  [
    ...['BEGIN:VEVENT', `UID:${uid}`, `DTSTART:${stamp(from)}`, `DTEND:${stamp(to)}`, `SUMMARY:${uid}`],
    ...[...more, 'END:VEVENT'],
  ].join('\r\n')
const calendar = (...events: string[]) => ['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR', ''].join('\r\n')

let server: RunningServer
let browser: Browser
let owner: RemotePerson
let outside: Awaited<ReturnType<typeof calendarServer>>
let mine: Visit
let page: Page
let userId: string
let appointmentId: string
beforeAll(async () => {
  ;[server, browser, outside] = await Promise.all([startServer(), launchBrowser(), calendarServer()])
  owner = (await ownerAt(server.url, 'Studio Lind')).owner
  const { caller } = owner
  userId = (await caller.office.members.query()).members[0]!.userId
  const windows = [0, 1, 2, 3, 4, 5, 6].map((day) => ({ day, start: '00:00', end: '24:00' }))
  await caller.hours.setWeek.mutate({ userId: null, windows })
  await caller.resources.add.mutate({ kind: 'room', name: 'Blue room' })
  const service = { name: 'Haircut', lengthMinutes: 60, everyMinutes: 60, staffIds: [userId] }
  const { id: serviceId } = await caller.services.add.mutate(service)
  const { id: contactId } = await caller.contacts.create.mutate({ name: 'Mara Weber', email: null, phone: null })
  const asked = { key: crypto.randomUUID(), serviceId, startsAt: at(0), timeZone: 'Europe/Berlin', contactId }
  appointmentId = (await caller.appointments.book.mutate(asked)).id
  mine = await visit(browser, server.url)
  await signInAs(mine, owner)
  page = mine.page
})
afterAll(async () => {
  outside?.close()
  await Promise.all([browser?.close(), server?.stop()])
})
afterEach(() => expect([...mine.faults, ...mine.foreign]).toEqual([]))

const part = () => page.getByRole('region', { name: 'Calendars' })
const followed = () => part().getByRole('list', { name: 'Calendars that are followed' })
const files = () => part().getByRole('list', { name: 'Calendar files' })

async function follow(name: string, url: string) {
  await part().getByRole('button', { name: 'Follow a calendar' }).click()
  const dialog = page.getByRole('dialog', { name: 'Follow a calendar' })
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByLabel('Address').fill(url)
  await dialog.getByRole('button', { name: 'Follow' }).click()
  return dialog
}
const bring = (name: string, text: string) =>
  part()
    .getByLabel('Calendar file', { exact: true })
    .setInputFiles({ name, mimeType: 'text/calendar', buffer: Buffer.from(text) })

describe('whoever looks at their calendar elsewhere', () => {
  let address = ''

  it('makes a secret address, which any calendar program reads', async () => {
    await page.goto('/settings#calendars')
    await part().getByRole('button', { name: 'Make an address for My calendar' }).click()
    await part().getByText('Copy it now').waitFor()
    address = (await part()
      .getByText(/\/calendar\/\w+\.ics$/)
      .textContent())!
    const answer = await fetch(address)
    expect(await answer.text()).toContain('SUMMARY:Haircut – Mara Weber')
    const again = await fetch(address, { headers: { 'if-none-match': answer.headers.get('etag')! } })
    expect(again.status).toBe(304)
    expect(await accessibilityFaults(page)).toEqual([])
    await picture(page, 'feed-made')
  })

  it('shows less there, and ends it', async () => {
    await part().getByLabel('What the address of My calendar shows').selectOption('Shows only that it is busy')
    await expect.poll(async () => (await fetch(address)).text()).not.toContain('Mara')
    await part().getByRole('button', { name: 'Take back the address of My calendar' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click()
    await part().getByRole('button', { name: 'Make an address for My calendar' }).waitFor()
    expect((await fetch(address)).status).toBe(404)
  })
})

describe('a calendar elsewhere', () => {
  it('keeps its member busy, and says what it brought over an appointment', async () => {
    const text = calendar(event('Dentist', 3, 5), event('School play', 0, 1))
    outside.answer('/private.ics', { headers: { etag: '"1"', 'content-type': 'text/plain' }, body: text })
    await follow('Private', outside.url('/private.ics'))
    await followed().getByText('2 busy times').waitFor()
    const { busy } = await owner.caller.appointments.outsideBusy.query({ from: at(-12), to: at(12) })
    expect(busy).toHaveLength(2)
    const overlaps = part().getByRole('list', { name: 'Booked while busy elsewhere' })
    await overlaps.getByText('Haircut').waitFor()
    await page.getByRole('button', { name: 'Notices, 1 unread' }).click()
    await page.getByText('“Private” has something then').waitFor()
    await page.keyboard.press('Escape')
    expect(await owner.caller.appointments.byId.query({ id: appointmentId })).toMatchObject({ status: 'confirmed' })
  })

  it('that becomes a web page keeps what was known, and says so', async () => {
    outside.answer('/private.ics', { body: '<!doctype html><title>Sign in</title>' })
    await followed().getByRole('button', { name: 'Read Private now' }).click()
    // It was read a moment ago, so that nobody is asked again.
    await page.getByText('It was read a moment ago.').waitFor()
    await followed().getByRole('button', { name: 'Change Private' }).click()
    const dialog = page.getByRole('dialog', { name: 'Change the calendar' })
    await dialog.getByLabel('Name').fill('My private calendar')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await followed().getByText('leads to a web page').waitFor()
    await followed().getByText('2 busy times').waitFor()
    expect((await owner.caller.appointments.outsideBusy.query({ from: at(-12), to: at(12) })).busy).toHaveLength(2)
  })

  it.each([
    ['Silent', '/silent', 'never' as const, 'did not answer in time'],
    [
      'Moved',
      '/moved',
      { status: 302, headers: { location: 'http://169.254.169.254/latest/meta-data' } },
      'private network',
    ],
    ['Packed', '/packed', { headers: { 'content-encoding': 'gzip' }, body: bomb() }, 'larger than 10 MB'],
    ['Gone', '/gone', { status: 410 }, 'no calendar at this address'],
  ])('%s says in words what is wrong with it', async (name, path, answer, words) => {
    outside.answer(path, answer)
    await follow(name, outside.url(path))
    const row = followed().getByRole('listitem').filter({ hasText: name })
    await row.getByText(words).waitFor({ timeout: 40_000 })
    await part().getByRole('alert').getByText(`“${name}”`).waitFor()
    if (name === 'Gone') return
    await row.getByRole('button', { name: `Remove ${name}` }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
    await expect.poll(() => row.count()).toBe(0)
  })

  it('in a private network is not asked at all', async () => {
    const dialog = await follow('Router', 'https://192.168.0.1/calendar.ics')
    await dialog.getByText('leads into a private network').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await picture(page, 'follow-refused')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    mine.faults.splice(0)
  })

  it('is the owner’s choice while it cannot be read', async () => {
    await part().getByLabel('customers’ bookings with its member').selectOption('are not offered')
    await expect.poll(() => owner.caller.calendars.choice.query()).toMatchObject({ whenUnknown: 'refuse' })
  })
})

describe('a calendar file', () => {
  const text = calendar(
    event('Team meeting', 20, 21, 'RRULE:FREQ=WEEKLY;COUNT=3'),
    event('Bad rule', 2, 3, 'RRULE:FREQ=MINUTELY'),
    event('At the same time', 0, 1),
  )

  it('is looked through first, then brought in', async () => {
    await bring('old calendar.ics', text)
    await files().getByText('3 would come in').waitFor()
    await files().getByText('1 overlaps with what is booked').waitFor()
    await files().getByText('What is left out, and why').click()
    await files().getByText('it repeats more often than daily').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await picture(page, 'calendar-file-tried')
    await files().getByRole('button', { name: 'Bring in 3' }).click()
    await files().getByText('3 brought in').waitFor()
    const rows = await owner.caller.appointments.calendar.query({ from: at(19), to: at(22) })
    expect(rows).toMatchObject([{ kind: 'block', title: 'Team meeting' }])
  })

  it('brought in again is here already, and is taken back with one button', async () => {
    await bring('the same.ics', text)
    await files().getByText('3 are here already').waitFor()
    await files().getByRole('button', { name: 'Undo the import of old calendar.ics' }).click()
    await files().getByText('taken back').waitFor()
    const rows = await owner.caller.appointments.calendar.query({ from: at(19), to: at(22) })
    expect(rows).toMatchObject([{ status: 'cancelled' }])
  })

  it('that is none, or far too large, is refused in words', async () => {
    await bring('page.ics', '<html>')
    await files().getByText('This is not a calendar file').waitFor()
    await bring('large.ics', 'x'.repeat(45 * 1024 * 1024))
    await part().getByRole('alert').getByText('larger than 10 MB').waitFor()
    expect(await files().getByRole('listitem').count()).toBeGreaterThan(2)
  })
})

describe('the settings of calendars', () => {
  it.each([LIGHT, DARK, ON_PHONE, ON_PHONE_DARK])('look right ($look)', async ({ look, options }) => {
    const theirs = await visit(browser, server.url, options)
    await signInAs(theirs, owner)
    await theirs.page.goto('/settings#calendars')
    const region = theirs.page.getByRole('region', { name: 'Calendars' })
    await region.getByRole('list', { name: 'Calendar files' }).waitFor()
    await region.getByRole('list', { name: 'Booked while busy elsewhere' }).waitFor()
    expect(await accessibilityFaults(theirs.page)).toEqual([])
    const parts = ['Look at Foyer’s calendars elsewhere', 'Calendars that keep you busy', 'Bring in a calendar file']
    for (const [n, name] of parts.entries()) {
      await region.getByRole('heading', { name }).evaluate((heading) => heading.scrollIntoView())
      await picture(theirs.page, `calendars-${n + 1}-${look}`)
    }
    const isWide = await theirs.page.evaluate('document.documentElement.scrollWidth > innerWidth')
    expect(isWide).toBe(false)
    expect(theirs.faults).toEqual([])
    await theirs.page.context().close()
  })
})
