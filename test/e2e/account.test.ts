import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults, launchBrowser, picture, signInAs, type Visit, visit } from '../support/browser.ts'
import { ownerAt, PASSWORD, type RemotePerson } from '../support/remote-people.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'

const REFUSED = /status of 40[019] .*(\/api\/auth\/|office\.leave)/
const NEW_PASSWORD = 'seven green kettles'

let server: RunningServer
let browser: Browser
let owner: RemotePerson
let here: Visit
let elsewhere: Visit
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  owner = (await ownerAt(server.url, 'Studio Lind')).owner
  await ownerAt(server.url, 'Praxis Stein')
  here = await visit(browser, server.url)
  elsewhere = await visit(browser, server.url)
  await signInAs(here, owner)
})
afterAll(() => Promise.all([browser?.close(), server?.stop()]))
afterEach(() => {
  for (const { faults, foreign } of [here, elsewhere]) {
    // What is refused is shown to the person, and the browser notes it on its console as well.
    const unexpected = faults.splice(0).filter((fault) => !REFUSED.test(fault))
    expect([...unexpected, ...foreign]).toEqual([])
  }
})

async function signInElsewhere(password: string, email = owner.email) {
  const { page } = elsewhere
  await page.goto('/sign-in')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

describe('an account', () => {
  it('is reminded of its address until the link is opened, which can be sent again', async () => {
    const { page } = here
    await page.goto('/inbox')
    const banner = page.getByText(`Please confirm ${owner.email}`)
    await banner.waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await picture(page, 'unconfirmed-inbox')
    const { width, height } = page.viewportSize() ?? { width: 1360, height: 860 }
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    await picture(page, 'phone-unconfirmed-inbox')
    await page.setViewportSize({ width, height })
    await page.getByRole('button', { name: 'Send again' }).click()
    await page.getByText(`A link is on its way to ${owner.email}.`).waitFor()
    await page.goto('/settings')
    await page.getByRole('article').getByRole('link').waitFor()
    await picture(page, 'unconfirmed-account')
    await page.getByRole('article').getByRole('link').click()
    await page.getByRole('button', { name: 'Confirm my address' }).click()
    await page.getByText(`${owner.email} is confirmed.`).waitFor()
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByRole('heading', { name: 'Nobody is waiting' }).waitFor()
    expect(await banner.count()).toBe(0)
  })

  it('gets another name', async () => {
    const { page } = here
    await page.goto('/settings')
    await page.getByRole('button', { name: 'Change name' }).click()
    await page.getByLabel('Your name').fill('Rosa Lind')
    await page.getByRole('button', { name: 'Save' }).first().click()
    await page.getByText('Rosa Lind (you)').waitFor()
  })

  it('sees where it is signed in, and ends one session from another', async () => {
    await signInElsewhere(PASSWORD)
    await elsewhere.page.getByRole('heading', { name: 'Nobody is waiting' }).waitFor()
    const { page } = here
    await page.goto('/settings')
    const sessions = page.getByRole('list', { name: 'Where you are signed in' }).getByRole('listitem')
    await sessions.filter({ hasText: 'Chrome on Linux' }).getByRole('button', { name: 'Sign out there' }).click()
    await expect.poll(() => sessions.count()).toBe(1)
    await elsewhere.page.goto('/inbox')
    await elsewhere.page.getByRole('heading', { name: 'Welcome back' }).waitFor()
  })

  it('gets another password against the one so far, and is signed out everywhere else', async () => {
    await signInElsewhere(PASSWORD)
    await elsewhere.page.getByRole('heading', { name: 'Nobody is waiting' }).waitFor()
    const { page } = here
    await page.goto('/settings')
    await page.getByRole('button', { name: 'Change password' }).click()
    await page.getByLabel('Your password so far').fill('not the password')
    await page.getByLabel('New password').fill(NEW_PASSWORD)
    await page.getByRole('button', { name: 'Set password' }).click()
    await page.getByRole('alert').getByText('This is not your password.').waitFor()
    await page.getByLabel('Your password so far').fill(PASSWORD)
    await page.getByRole('button', { name: 'Set password' }).click()
    await page.getByText('Your new password is set.').waitFor()
    await signInElsewhere(PASSWORD)
    await elsewhere.page.getByText('This address and password do not fit together.').waitFor()
    await page.reload()
    await page.getByText('Rosa Lind (you)').waitFor()
  })

  it('gets another address once the link is opened that was sent there', async () => {
    const { page } = here
    const email = 'rosa@lind.test'
    await page.getByRole('button', { name: 'Change address' }).click()
    await page.getByLabel('New mail address').fill(email)
    await page.getByLabel('Your password').fill(NEW_PASSWORD)
    await page.getByRole('button', { name: 'Send the link' }).click()
    const link = await page.getByRole('article').getByRole('link').getAttribute('href')
    await page.getByText(`You are signed in as ${owner.email}.`).waitFor()
    await elsewhere.page.goto(link ?? '')
    await elsewhere.page.getByRole('button', { name: 'Confirm my address' }).click()
    await elsewhere.page.getByText(`${email} is confirmed.`).waitFor()
    await signInElsewhere(NEW_PASSWORD, email)
    await elsewhere.page.getByRole('heading', { name: 'Nobody is waiting' }).waitFor()
  })

  it('hands the key of a second factor over as a code to scan', async () => {
    const { page } = here
    await page.goto('/settings')
    await page.getByRole('button', { name: 'Switch on' }).click()
    await page.getByLabel('Your password').fill(NEW_PASSWORD)
    await page.getByRole('button', { name: 'Go on' }).click()
    const code = page.getByRole('img', { name: 'QR code of the key' })
    await code.waitFor()
    const link = await page.getByRole('link', { name: 'open it in the app' }).getAttribute('href')
    expect(link).toMatch(/^otpauth:\/\/totp\/Foyer:/)
    expect((await code.locator('path').getAttribute('d'))?.length).toBeGreaterThan(1000)
  })

  it('leaves its traces in the list of what happened', async () => {
    const { page } = here
    await page.goto('/settings')
    const happened = page.getByRole('list', { name: 'What happened here' })
    for (const words of ['changed the mail address', 'changed the password', 'entered a wrong password', 'signed in'])
      await happened.getByText(words).first().waitFor()
    expect(await happened.innerText()).not.toContain('@')
  })

  it('cannot leave an office without an owner', async () => {
    const { page } = here
    await page.getByRole('button', { name: 'Leave Studio Lind' }).click()
    await page.getByRole('button', { name: 'Leave', exact: true }).click()
    await page.getByText('An office needs an owner.').waitFor()
    await page.getByRole('button', { name: 'Stay' }).click()
    await page.goto('/inbox')
    await page.getByRole('heading', { name: 'Nobody is waiting' }).waitFor()
  })
})
