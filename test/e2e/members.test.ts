import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, signInAs, type Visit, visit } from '../support/browser.ts'
import { rawMail } from '../support/raw-mail.ts'
import { inboxOf, ownerAt, PASSWORD, type RemotePerson } from '../support/remote-people.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { postMail } from '../support/signed-mail.ts'

const NEW_PASSWORD = 'seven green kettles'
const ONLY_LOOKING = 'You may look at this office, but not change anything in it.'
const MAIL = rawMail({
  from: 'Ben Cole <ben@customer.test>',
  subject: 'Gift vouchers',
  text: 'Hello,\r\n\r\ndo you sell gift vouchers, and are you open on Saturdays?\r\n\r\nBest wishes\r\nBen Cole',
})

let server: RunningServer
let browser: Browser
let owner: RemotePerson
/** Owns an office of her own before she is invited. */
let other: RemotePerson
let owners: Visit
let news: Visit
let others: Visit
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  const [ours, theirs] = await Promise.all([ownerAt(server.url, 'Studio Lind'), ownerAt(server.url, 'Praxis Stein')])
  owner = ours.owner
  other = theirs.owner
  await postMail(server.url, await inboxOf(owner.caller), MAIL)
  await owner.caller.contacts.create.mutate({ name: 'Ann Archer', email: 'ann@customer.test', phone: null })
  await owner.caller.deals.create.mutate({ title: 'Wedding party', amount: '120', contactId: null })
  owners = await visit(browser, server.url)
  news = await visit(browser, server.url)
  others = await visit(browser, server.url)
  await Promise.all([signInAs(owners, owner), signInAs(others, other)])
})
afterAll(() => Promise.all([browser?.close(), server?.stop()]))
afterEach(() => {
  for (const { faults, foreign } of [owners, news, others]) {
    // What a sign-in route refuses is shown to the person, and the browser notes it on its console as well.
    const unexpected = faults.splice(0).filter((fault) => !/status of 40[01] .*\/api\/auth\//.test(fault))
    expect([...unexpected, ...foreign]).toEqual([])
  }
})

async function signIn(page: Page, email: string, password: string) {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** Invites by hand, and reads the link of the mail in the list of those that were kept here. */
async function invite(email: string, role: string): Promise<string> {
  const { page } = owners
  const mails = async () => (await owner.caller.office.sentLocally.query()) ?? []
  const before = await mails()
  await page.goto('/settings')
  await page.getByLabel('Invite by mail').fill(email)
  await page.getByLabel('Role', { exact: true }).selectOption({ label: role })
  await page.getByRole('button', { name: 'Invite' }).click()
  await page.getByText(`An invitation is on its way to ${email}.`).waitFor()
  await expect.poll(async () => (await mails()).length, { timeout: 15_000 }).toBe(before.length + 1)
  await page.reload()
  const sent = page.getByRole('region', { name: 'Sent locally' }).getByRole('listitem').first()
  await sent.locator('summary').click()
  return new URL((await sent.innerText()).match(/http\S+/)?.[0] ?? '').href
}

const places = (page: Page) => page.getByRole('navigation', { name: 'Settings' }).getByRole('link').allInnerTexts()
const buttons = async (page: Page) =>
  (await page.locator('main').getByRole('button').allInnerTexts()).map((text) => text.trim())

describe('a forgotten password', () => {
  it('is replaced by the link of a mail, and the old one opens nothing any more', async () => {
    const { page } = news
    await page.goto('/sign-in')
    await page.getByRole('link', { name: 'Forgot your password?' }).click()
    await page.getByRole('heading', { name: 'Forgot your password?' }).waitFor()
    await page.getByLabel('Email').fill(other.email)
    await page.getByRole('button', { name: 'Send the link' }).click()
    await page.getByRole('article').getByRole('link').click()
    await page.getByLabel('New password').fill('12345678')
    await page.getByRole('button', { name: 'Set password' }).click()
    await page.getByRole('alert').getByText('among the first that are tried').waitFor()
    await page.getByLabel('New password').fill(NEW_PASSWORD)
    await page.getByRole('button', { name: 'Set password' }).click()
    await page.getByText('Your new password is set. Sign in with it.').waitFor()
    await signIn(page, other.email, PASSWORD)
    await page.getByRole('alert').getByText('This address and password do not fit together.').waitFor()
    await signIn(page, other.email, NEW_PASSWORD)
    await page.getByRole('heading', { name: 'Nobody is waiting' }).waitFor()
  })

  it('ends every session that was open before', async () => {
    await others.page.goto('/inbox')
    await others.page.getByRole('heading', { name: 'Welcome back' }).waitFor()
  })

  it('is set once by each link', async () => {
    const { page } = others
    await page.goto('/forgot-password')
    await page.getByLabel('Email').fill(other.email)
    await page.getByRole('button', { name: 'Send the link' }).click()
    const link = (await page.getByRole('article').getByRole('link').getAttribute('href')) ?? ''
    for (const outcome of ['Your new password is set.', 'This link was used before, or is too old.']) {
      await page.goto(link)
      await page.getByLabel('New password').fill(NEW_PASSWORD)
      await page.getByRole('button', { name: 'Set password' }).click()
      await page.getByText(outcome).waitFor()
    }
    await news.page.context().clearCookies()
  })
})

describe('an invitation', () => {
  const email = 'vera.new@office.test'

  it('brings a new person in as a viewer', async () => {
    const { page } = news
    await page.goto(await invite(email, 'Viewer'))
    await page.getByRole('heading', { name: 'Join Studio Lind' }).waitFor()
    await page.getByRole('link', { name: 'Create an account' }).click()
    await page.getByLabel('Your name').fill('Vera New')
    await page.getByLabel('Email').fill(email)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Create account' }).click()
    await page.getByRole('button', { name: `Accept as ${email}` }).click()
    await page.getByRole('link', { name: 'Ben Cole' }).waitFor()
  })

  it('offers nothing to somebody else but to sign out', async () => {
    const { page } = news
    await page.goto(await invite(other.email, 'Staff'))
    await page.getByText(`You are signed in as ${email}.`).waitFor()
    expect(await page.getByRole('button', { name: /Accept/ }).count()).toBe(0)
  })

  it('brings somebody in who has an account and an office already', async () => {
    const { page } = others
    await page.goto(await invite(other.email, 'Staff'))
    await page.getByRole('link', { name: 'Sign in' }).click()
    await signIn(page, other.email, NEW_PASSWORD)
    await page.getByRole('button', { name: `Accept as ${other.email}` }).click()
    await page.getByRole('link', { name: 'Ben Cole' }).waitFor()
  })
})

describe('a viewer', () => {
  it('sees everything and no button that changes anything', async () => {
    const { page } = news
    await page.goto('/inbox')
    await page.getByRole('link', { name: 'Ben Cole' }).click()
    await page.getByRole('article').first().waitFor()
    expect(await page.getByLabel('Your answer').count()).toBe(0)
    expect(await page.getByRole('button', { name: /Done$|Accept|Reject|More/ }).count()).toBe(0)
    await page.goto('/contacts')
    await page.getByRole('link', { name: 'Ann Archer' }).waitFor()
    expect(await page.getByRole('button', { name: 'New', exact: true }).count()).toBe(0)
    await page.goto('/deals')
    const card = page.getByRole('listitem').filter({ hasText: 'Wedding party' })
    await card.focus()
    await page.keyboard.press('Alt+ArrowRight')
    await page.getByText(ONLY_LOOKING).waitFor()
    await page.goto('/deals?view=list')
    await page.getByText('Wedding party').waitFor()
    expect(await page.getByRole('button', { name: 'New deal' }).count()).toBe(0)
    expect(await page.getByLabel('Stage of Wedding party').isDisabled()).toBe(true)
    await page.goto('/tasks')
    await page.getByRole('heading', { name: 'Tasks' }).waitFor()
    expect(await page.getByRole('textbox', { name: /task/i }).count()).toBe(0)
    await page.goto('/review')
    await page.getByRole('list', { name: 'Suggestions' }).getByRole('button').first().click()
    await page.getByText('Staff and owners decide.').waitFor()
    expect((await buttons(page)).filter((name) => /Accept|Edit|Reject|Undo/.test(name))).toEqual([])
  })

  it.each([
    ['/review', 'a'],
    ['/deals', 'n'],
    ['/contacts', 'n'],
    ['/tasks', 'n'],
  ])('is told why nothing happens who tries by a key on %s', async (address, key) => {
    const { page } = news
    await page.goto(address)
    await page.locator('h1').first().waitFor()
    await page.getByLabel('Loading').first().waitFor({ state: 'detached' })
    await page.keyboard.press(key)
    await page.getByText(ONLY_LOOKING).waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  it('finds their account in the settings, and nothing to set', async () => {
    const { page } = news
    await page.goto('/settings')
    await page.getByText('Vera New (you)').waitFor()
    expect(await places(page)).toEqual([
      ...['Your account', 'Members', 'Services', 'Hours', 'Rooms and things', 'Sent locally'],
    ])
    expect(await page.getByLabel('Invite by mail').count()).toBe(0)
    expect(await page.getByRole('button', { name: /Remove|Save|Make a new secret/ }).count()).toBe(0)
  })
})

describe('somebody of the staff', () => {
  it('works, and sees no setting that only owners have', async () => {
    const { page } = others
    await page.goto('/contacts')
    await page.getByRole('button', { name: 'New', exact: true }).waitFor()
    await page.goto('/settings')
    await page.getByText('Robin Example (you)').waitFor()
    expect(await places(page)).toEqual([
      'Your account',
      'Relations',
      'Members',
      'Services',
      'Hours',
      'Rooms and things',
      'Calendars',
      'Incoming mail',
      'Sent locally',
    ])
    expect(await page.getByText('Signing secret').count()).toBe(0)
    expect(await page.getByRole('button', { name: /Remove|Save|Make a new secret/ }).count()).toBe(0)
  })

  it('goes from one office into the other and back, and sees what is there', async () => {
    const { page } = others
    for (const [from, to, sight] of [
      ['Studio Lind', 'Praxis Stein', 'Nobody is waiting'],
      ['Praxis Stein', 'Studio Lind', 'Ben Cole'],
    ] as const) {
      await page.getByRole('button', { name: from }).first().click()
      await page.getByRole('menuitem', { name: to }).click()
      await page.getByText(sight).first().waitFor()
      await page.getByRole('button', { name: to }).first().waitFor()
    }
  })

  it('is an owner in their own office all the same', async () => {
    const { page } = others
    await page.getByRole('button', { name: 'Studio Lind' }).first().click()
    await page.getByRole('menuitem', { name: 'Praxis Stein' }).click()
    await page.getByText('Nobody is waiting').waitFor()
    await page.goto('/settings')
    await page.getByRole('heading', { name: 'Assistant' }).waitFor()
    expect(await places(page)).toEqual(expect.arrayContaining(['Office', 'Members', 'Assistant', 'Stuck work']))
  })
})
