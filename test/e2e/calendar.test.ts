import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { at, BERLIN, MONDAY } from '../support/berlin-days.ts'
import { accessibilityFaults, launchBrowser, picture, signInAs, type Visit, visit } from '../support/browser.ts'
import { colleagueOf, dayAfter, diaryAt } from '../support/diary-at.ts'
import { DARK, LIGHT, ON_PHONE } from '../support/looks.ts'
import { rawMail } from '../support/raw-mail.ts'
import { type AddressedInbox, ownerAt, type RemotePerson } from '../support/remote-people.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { postMail } from '../support/signed-mail.ts'

let server: RunningServer
let browser: Browser
let owner: RemotePerson
let inbox: AddressedInbox
let colleague: RemotePerson
let diary: Awaited<ReturnType<typeof diaryAt>>
let mine: Visit
let page: Page
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  ;({ owner, inbox } = await ownerAt(server.url, 'Studio Lind'))
  colleague = await colleagueOf(owner, 'Jonas Weber')
  diary = await diaryAt(owner)
  mine = await visit(browser, server.url)
  await signInAs(mine, owner)
  page = mine.page
})
afterAll(() => Promise.all([browser?.close(), server?.stop()]))
afterEach(() =>
  expect({ faults: mine.faults.splice(0), foreign: mine.foreign.splice(0) }).toEqual({ faults: [], foreign: [] }),
)

const block = (name: string, where: Page | Locator = page) => where.getByRole('link', { name: new RegExp(`^${name}`) })
const column = (date: string) => page.locator(`[data-column="${date}"]`)
const form = () => page.getByRole('dialog', { name: 'New appointment' })
const details = () => page.getByRole('dialog', { name: 'Appointment', exact: true })
const undo = () => page.getByRole('button', { name: 'Undo' }).last().click()
const shown = (instant: string | null) =>
  instant &&
  new Intl.DateTimeFormat('sv-SE', { timeZone: BERLIN, dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(instant),
  )
/** When it begins and ends by the server, on the clocks of Berlin. */
const timesOf = async (id: string) => {
  const { startsAt, endsAt } = await diary.read(id)
  return [shown(startsAt), shown(endsAt)]
}

/** The id of Mara Weber's appointment. */
const maras = async () => {
  const all = await owner.caller.appointments.calendar.query({ from: at('00:00'), to: at('23:00', 3) })
  return all.find(({ contactName }) => contactName === 'Mara Weber')?.id ?? ''
}

/** Where a time of day is in a column of the screen. */
async function placeOf(date: string, hour: number): Promise<{ x: number; y: number }> {
  const box = await column(date).boundingBox()
  if (!box) throw new Error(`${date} is not on the screen.`)
  return { x: box.x + box.width / 2, y: box.y + (box.height * hour) / 24 }
}

async function drag(
  from: { x: number; y: number },
  to: { x: number; y: number },
  before: () => Promise<unknown> = async () => undefined,
) {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 3, from.y + 6)
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await before()
  await page.mouse.up()
}
const middle = async (of: Locator) => {
  const box = (await of.boundingBox())!
  return { x: box.x + box.width / 2, y: box.y + Math.min(12, box.height / 2) }
}

describe('the receptionist', () => {
  it('drags over an empty place, finds or makes the contact, and books', async () => {
    await page.goto(`/calendar?on=${MONDAY}`)
    await column(MONDAY).waitFor()
    await drag(await placeOf(MONDAY, 10), await placeOf(MONDAY, 11))
    await form().getByLabel('From').waitFor()
    expect(await form().getByLabel('From').inputValue()).toBe('10:00')
    expect(await form().getByLabel('Until').inputValue()).toBe('11:00')
    await form().getByRole('button', { name: 'New contact' }).click()
    await form().getByLabel('Name').fill('Mara Weber')
    await form().getByLabel('Phone').fill('030 901820')
    await form().getByLabel('Service').selectOption('Haircut')
    await form().getByLabel('With').selectOption('Robin Example')
    await form().getByLabel('Note').fill('Short at the sides')
    await form().getByRole('region', { name: 'Free times' }).getByRole('button', { name: '10:00' }).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await picture(page, 'calendar-form')
    await form().getByRole('button', { name: 'Book', exact: true }).click()
    await block('Mara Weber.*Haircut').waitFor()
    const id = await maras()
    expect(await timesOf(id)).toEqual([`${MONDAY} 10:00`, `${MONDAY} 11:00`])
    expect(await diary.read(id)).toMatchObject({
      contactName: 'Mara Weber',
      note: 'Short at the sides',
      staffIds: [diary.ownerId],
    })
  })

  it('moves it to another day by dragging, sees at once where it would clash, and takes it back', async () => {
    const { id } = await diary.book(at('09:00', 1), { contactId: (await diary.person('Ada Busy')).id })
    await block('Ada Busy').waitFor()
    const mara = block('Mara Weber')
    const tuesday = dayAfter(1)
    await drag(await middle(mara), await placeOf(tuesday, 9.5), async () => {
      await page.getByText(/Taken by Ada Busy/).waitFor()
      await picture(page, 'calendar-clash')
    })
    await page.getByRole('dialog', { name: 'It stays where it was' }).waitFor()
    await page.getByText('This time has just been taken. Please choose another.').waitFor()
    expect(mine.faults.splice(0)).toEqual([expect.stringContaining('409')])
    await page.getByRole('button', { name: 'Leave it' }).click()
    await expect
      .poll(() =>
        column(MONDAY)
          .getByRole('link', { name: /^Mara Weber/ })
          .count(),
      )
      .toBe(1)
    await drag(await middle(mara), await placeOf(tuesday, 13))
    await page.getByText(/Mara Weber is now/).waitFor()
    await column(tuesday)
      .getByRole('link', { name: /^Mara Weber/ })
      .waitFor()
    await undo()
    await column(MONDAY)
      .getByRole('link', { name: /^Mara Weber/ })
      .waitFor()
    await owner.caller.appointments.cancel.mutate({ key: crypto.randomUUID(), id })
    await expect.poll(() => block('Ada Busy').count()).toBe(0)
  })

  it('chooses another time from what is offered where one is taken', async () => {
    const id = await maras()
    const other = await diary.book(at('14:00'), { contactId: (await diary.person('Otto Later')).id })
    await block('Otto Later').waitFor()
    await drag(await middle(block('Mara Weber')), await placeOf(MONDAY, 14.2))
    const dialog = page.getByRole('dialog', { name: 'It stays where it was' })
    await dialog.getByRole('button', { name: /15:00/ }).click()
    await page.getByText(/Mara Weber is now/).waitFor()
    expect(mine.faults.splice(0)).toEqual([expect.stringContaining('409')])
    expect((await timesOf(id))[0]).toBe(`${MONDAY} 15:00`)
    await undo()
    await expect.poll(() => timesOf(id)).toEqual([`${MONDAY} 10:00`, `${MONDAY} 11:00`])
    await owner.caller.appointments.cancel.mutate({ key: crypto.randomUUID(), id: other.id })
    await expect.poll(() => block('Otto Later').count()).toBe(0)
  })

  it('makes it longer by its lower edge, and goes past the hours only when asked', async () => {
    const id = await maras()
    const box = (await block('Mara Weber').boundingBox())!
    const edge = { x: box.x + box.width / 2, y: box.y + box.height - 3 }
    await drag(edge, { x: edge.x, y: (await placeOf(MONDAY, 11.5)).y })
    await expect.poll(() => timesOf(id)).toEqual([`${MONDAY} 10:00`, `${MONDAY} 11:30`])
    await page.getByText(/Mara Weber is now/).waitFor()
    await drag(await middle(block('Mara Weber')), await placeOf(MONDAY, 17), () =>
      page.getByText('Outside of working hours').waitFor(),
    )
    const dialog = page.getByRole('dialog', { name: 'It stays where it was' })
    await dialog.getByRole('button', { name: 'Move anyway' }).click()
    expect(mine.faults.splice(0)).toEqual([expect.stringContaining('409')])
    await expect.poll(async () => (await timesOf(id))[0]).toBe(`${MONDAY} 16:45`)
    await undo()
    await expect.poll(() => timesOf(id)).toEqual([`${MONDAY} 10:00`, `${MONDAY} 11:30`])
  })

  it('does all of it by the keyboard', async () => {
    const id = await maras()
    const day = async () => (await timesOf(id))[0]
    await block('Mara Weber.*10:00').focus()
    for (const key of ['Alt+ArrowDown', 'Alt+ArrowDown', 'Alt+ArrowRight']) await page.keyboard.press(key)
    await page.keyboard.press('Enter')
    await expect.poll(day).toBe(`${dayAfter(1)} 10:30`)
    await block('Mara Weber').focus()
    await page.keyboard.press('Alt+Shift+ArrowUp')
    await page.keyboard.press('Alt+Shift+ArrowUp')
    await page.keyboard.press('Enter')
    await expect.poll(() => timesOf(id)).toEqual([`${dayAfter(1)} 10:30`, `${dayAfter(1)} 11:30`])
    await block('Mara Weber').focus()
    await page.keyboard.press('Alt+ArrowLeft')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByText('New appointment').count()).toBe(1)
    expect(await day()).toBe(`${dayAfter(1)} 10:30`)
    await block('Mara Weber').focus()
    await page.keyboard.press('Enter')
    await details().getByRole('heading', { name: 'Mara Weber' }).waitFor()
    await page.keyboard.press('Escape')
    await details().waitFor({ state: 'hidden' })
    await page.keyboard.press('n')
    await form().getByLabel('Service').waitFor()
    await form().getByText('Block time').click()
    await form().getByLabel('What for').fill('Team meeting')
    await form().getByLabel('With').selectOption('Jonas Weber')
    await form().getByLabel('Day').fill(dayAfter(2))
    await form().getByLabel('From').fill('12:00')
    await form().getByLabel('Until').fill('13:00')
    await form().getByRole('button', { name: 'Block', exact: true }).click()
    await block('Team meeting').waitFor()
  })
})

describe('somebody else in the office', () => {
  it('sees a change without a reload, and of two who change one the second sees it and chooses', async () => {
    const theirs = await visit(browser, server.url)
    await signInAs(theirs, colleague)
    await theirs.page.goto(`/calendar?on=${MONDAY}`)
    await block('Mara Weber', theirs.page).waitFor()
    const { id } = await diary.book(at('13:00', 2), { contactId: (await diary.person('Live Lea')).id })
    await block('Live Lea', theirs.page).waitFor()
    await block('Live Lea').click()
    await details().getByRole('button', { name: 'Cancel it' }).click()
    await details().getByLabel('Why').fill('Ill')
    // At the same moment, unseen: the desk has the newer one, and this screen's line is cut.
    await page.context().setOffline(true)
    await theirs.page.context().setOffline(false)
    await owner.caller.appointments.move.mutate({
      ...{
        key: crypto.randomUUID(),
        id,
        version: 1,
        staffIds: [diary.ownerId],
        startsAt: at('14:00', 2),
        timeZone: BERLIN,
      },
    })
    await page.context().setOffline(false)
    await block('Live Lea.*14:00', theirs.page).waitFor()
    await details().getByRole('button', { name: 'Cancel the appointment' }).click()
    await expect
      .poll(async () => [
        (await diary.read(id)).status === 'cancelled',
        await details().getByText('Somebody changed this meanwhile').count(),
      ])
      .toContainEqual(expect.toSatisfy((seen) => seen === true || seen === 1))
    if (await details().getByText('Somebody changed this meanwhile').count())
      await details().getByRole('button', { name: 'Cancel it all the same' }).click()
    await expect.poll(async () => (await diary.read(id)).status).toBe('cancelled')
    await details().getByText('Cancelled by the office: Ill').waitFor()
    await page.getByRole('button', { name: 'Close the appointment' }).click()
    mine.faults.splice(0)
    await theirs.leave()
  })

  it('who drags what was moved meanwhile is told where it is now, and may take theirs or leave it', async () => {
    const { id } = await diary.book(at('09:00', 3), { contactId: (await diary.person('Stale Sam')).id })
    await page.goto(`/calendar?on=${MONDAY}`)
    await block('Stale Sam').waitFor()
    let isFirst = true
    await page.route('**/api/trpc/appointments.move*', async (route) => {
      if (!isFirst) return route.continue()
      isFirst = false
      await owner.caller.appointments.move.mutate({
        ...{
          key: crypto.randomUUID(),
          id,
          version: 1,
          staffIds: [diary.ownerId],
          startsAt: at('15:00', 3),
          timeZone: BERLIN,
        },
      })
      await route.continue()
    })
    await drag(await middle(block('Stale Sam')), await placeOf(dayAfter(3), 11))
    const dialog = page.getByRole('dialog', { name: 'Somebody changed this meanwhile' })
    await dialog.getByText(/Stale Sam is now.*15:00/).waitFor()
    expect(mine.faults.splice(0)).toEqual([expect.stringContaining('409')])
    await dialog.getByRole('button', { name: 'Take mine' }).click()
    await page.unroute('**/api/trpc/appointments.move*')
    await expect.poll(async () => (await timesOf(id))[0]).toBe(`${dayAfter(3)} 10:45`)
  })

  it('who may only look sees all of it and can change nothing', async () => {
    const viewer = await colleagueOf(owner, 'Vera Viewer', 'viewer')
    const theirs = await visit(browser, server.url)
    await signInAs(theirs, viewer)
    await theirs.page.goto(`/calendar?on=${MONDAY}`)
    await block('Stale Sam', theirs.page).click()
    await theirs.page.getByRole('dialog', { name: 'Appointment' }).getByText('Agreed').waitFor()
    expect(await theirs.page.getByRole('button', { name: /Move|Cancel it|New appointment/ }).count()).toBe(0)
    await theirs.leave()
  })
})

describe('an appointment', () => {
  it('is arrived and done, is taken back, and its contact has the counts and the way to it', async () => {
    const { id: contactId } = await diary.person('Counted Carl', '030 123456')
    const startsAt = new Date(Math.floor(Date.now() / 60_000) * 60_000 - 7_200_000).toISOString()
    const { id } = await diary.book(startsAt, { contactId, override: true })
    await page.goto(`/contacts/${contactId}`)
    await page
      .getByRole('link', { name: /^Haircut,/ })
      .first()
      .click()
    await details().getByRole('button', { name: 'Arrived' }).click()
    await page.getByText('Counted Carl: arrived.').waitFor()
    await details().getByText('Arrived', { exact: true }).first().waitFor()
    await details().getByRole('button', { name: 'Did not come' }).click()
    await page.getByText('Counted Carl: did not come.').waitFor()
    await undo()
    await expect.poll(async () => (await diary.read(id)).status).toBe('arrived')
    await details().getByRole('button', { name: 'Done' }).click()
    await expect.poll(async () => (await diary.read(id)).status).toBe('done')
    expect(await accessibilityFaults(page)).toEqual([])
    await picture(page, 'calendar-details')
    await details().getByRole('link', { name: 'Counted Carl' }).click()
    await page.getByText('1 done').waitFor()
    await page.getByRole('region', { name: 'Timeline' }).getByRole('link', { name: 'Haircut' }).first().waitFor()
  })

  it('is begun from its contact, and cannot be missed before it began', async () => {
    await page.getByRole('link', { name: 'Book an appointment' }).click()
    await form().getByLabel('Service').selectOption('Haircut')
    await form().getByLabel('Day').fill(dayAfter(4))
    await form().getByRole('region', { name: 'Free times' }).getByRole('button', { name: '11:00', exact: true }).click()
    await form().getByRole('button', { name: 'Book', exact: true }).click()
    await page.getByText(/Booked for/).waitFor()
    await page.goto(`/calendar?on=${dayAfter(4)}`)
    await block('Counted Carl').click()
    await details().getByRole('button', { name: 'Arrived' }).waitFor()
    expect(await details().getByRole('button', { name: 'Did not come' }).count()).toBe(0)
    await details().getByRole('button', { name: 'Move', exact: true }).click()
    await details().getByLabel('With').selectOption('Jonas Weber')
    await details().getByRole('button', { name: 'Move it' }).click()
    await page.getByText(/Counted Carl is now/).waitFor()
    await details().getByText('Jonas Weber').first().waitFor()
    await page.getByRole('button', { name: 'Close the appointment' }).click()
  })
})

describe('a wish from a mail', () => {
  it('waits above the calendar until it is given a time, and is agreed as the same appointment', async () => {
    const text = 'Hello,\r\n\r\nmay I book a haircut for Friday at 3pm? Call me on 030 901821.\r\n\r\nAnn Archer'
    const mail = rawMail({
      from: 'Ann Archer <ann@customer.test>',
      subject: 'Haircut',
      date: new Date().toUTCString(),
      text,
    })
    expect((await postMail(server.url, inbox, mail)).status).toBe(200)
    const wish = async () =>
      (await owner.caller.appointments.list.query({})).find(({ deskVersion }) => deskVersion === 0)
    await expect.poll(wish, { timeout: 60_000 }).toBeTruthy()
    const { id } = (await wish())!
    await page.goto(`/calendar?on=${dayAfter(3)}`)
    await page.getByRole('button', { name: '1 to agree' }).click()
    await page.getByRole('button', { name: 'Find a time' }).click()
    const dialog = page.getByRole('dialog', { name: 'Find a time' })
    await dialog.getByLabel('Service').selectOption('Haircut')
    await dialog.getByLabel('Day').fill(dayAfter(3))
    await dialog.getByRole('region', { name: 'Free times' }).getByRole('button', { name: '14:00', exact: true }).click()
    await dialog.getByRole('button', { name: 'Book', exact: true }).click()
    await block('Ann Archer').click()
    await details().getByRole('link', { name: 'A message' }).waitFor()
    expect(await diary.read(id)).toMatchObject({ status: 'confirmed', deskVersion: 1 })
    await page.getByRole('button', { name: 'Close the appointment' }).click()
    await expect.poll(() => page.getByRole('button', { name: '1 to agree' }).count()).toBe(0)
  })
})

describe('the day', () => {
  it('is seen by people and rooms side by side, where one is dragged to somebody else', async () => {
    await page.goto(`/calendar?view=people&on=${dayAfter(4)}`)
    const mineColumn = page.getByRole('region', { name: 'Robin Example' })
    const theirColumn = page.getByRole('region', { name: 'Jonas Weber' })
    await page.getByRole('region', { name: 'Window chair' }).waitFor()
    await block('Counted Carl', theirColumn).waitFor()
    const box = (await mineColumn.boundingBox())!
    const from = await middle(block('Counted Carl', theirColumn))
    await drag(from, { x: box.x + box.width / 2, y: from.y })
    await block('Counted Carl', mineColumn).waitFor()
    await page.getByText(/Counted Carl is now/).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
  })

  it('is printed as a clean list of each person with times, names, phones and notes', async () => {
    await page.getByRole('link', { name: 'Day sheet to print' }).click()
    const table = page.getByRole('region', { name: 'Robin Example' })
    await table.getByRole('cell', { name: '030 123456' }).waitFor()
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 794, height: 1123 })
    expect(await page.getByRole('navigation', { name: 'Office' }).isVisible()).toBe(false)
    expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false)
    await picture(page, 'calendar-print')
    await page.emulateMedia({ media: 'screen' })
    await page.setViewportSize({ width: 1360, height: 860 })
  })
})

describe('a phone', () => {
  it('shows the day, makes one by a tap, and moves it by its form', async () => {
    const phone = await visit(browser, server.url, ON_PHONE.options)
    await signInAs(phone, owner)
    await phone.page.goto('/')
    await phone.page.getByRole('link', { name: 'Calendar' }).click()
    await phone.page.getByRole('heading', { level: 2 }).waitFor()
    await phone.page.goto(`/calendar?on=${dayAfter(4)}`)
    await block('Counted Carl', phone.page).waitFor()
    expect(await phone.page.locator('[data-column]').count()).toBe(1)
    const box = (await phone.page.locator('[data-column]').boundingBox())!
    await phone.page.touchscreen.tap(box.x + box.width / 2, box.y + (box.height * 13.1) / 24)
    const sheet = phone.page.getByRole('dialog', { name: 'New appointment' })
    await sheet.getByLabel('From').waitFor()
    expect(await sheet.getByLabel('From').inputValue()).toBe('13:00')
    expect(await accessibilityFaults(phone.page)).toEqual([])
    await picture(phone.page, 'calendar-form-phone')
    await sheet.getByRole('button', { name: 'Cancel' }).click()
    expect(await phone.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    expect(phone.faults).toEqual([])
    await phone.leave()
  })
})

describe('the calendar looks right', () => {
  it.each([LIGHT, DARK, ON_PHONE])('in the $look', async ({ look, options }) => {
    const { ownerId, chair } = diary
    if (look === 'light') {
      await owner.caller.hours.addTimeOff.mutate({
        userId: ownerId,
        fromOn: dayAfter(4),
        toOn: dayAfter(6),
        title: 'Holiday',
      })
      const anna = await diary.person('Anna Bauer')
      await diary.book(at('10:00', 1), {
        contactId: anna.id,
        serviceId: diary.colouring,
        override: true,
        startsAt: at('13:00', 1),
      })
      await owner.caller.appointments.block.mutate({
        ...{
          key: crypto.randomUUID(),
          title: 'Chair repair',
          staffIds: [],
          resourceIds: [chair],
          startsAt: at('11:00', 1),
          endsAt: at('12:00', 1),
        },
      })
      await diary.book(at('11:00', 1), {
        staffIds: diary.others.slice(0, 1),
        contactId: (await diary.person('Paul Neumann')).id,
      })
    }
    const theirs = await visit(browser, server.url, options)
    await signInAs(theirs, owner)
    for (const view of ['week', 'day', 'month', 'people']) {
      await theirs.page.goto(`/calendar?view=${view}&on=${dayAfter(1)}`)
      if (view === 'month' && look === 'phone') await theirs.page.getByRole('region').first().waitFor()
      else await theirs.page.locator('[data-appointment]').first().waitFor()
      expect(await theirs.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
      expect(await accessibilityFaults(theirs.page)).toEqual([])
      await picture(theirs.page, `calendar-${view}-${look}`)
    }
    expect(theirs.faults).toEqual([])
    await theirs.leave()
  })
})
