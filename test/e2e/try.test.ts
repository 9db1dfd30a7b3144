import { it } from 'vitest'
import { accessibilityFaults, launchBrowser, picture, visit } from '../support/browser.ts'
import { rawMail } from '../support/raw-mail.ts'
import { ownerAt } from '../support/remote-people.ts'
import { startServer } from '../support/running-server.ts'
import { postMail } from '../support/signed-mail.ts'

it('x', async () => {
  const server = await startServer()
  const { owner, inbox } = await ownerAt(server.url, 'X')
  const texts = [
    'Hello,\n\nmay I book a haircut for Friday at 3pm? Call me on 030 901820.\n\nKind regards\nAnn Archer',
    'Hello,\n\nI would like to make an appointment for a haircut next Tuesday at 10:30. My number is 030 901821.\n\nBest\nBen Cole',
    'The colour you did last week is a disaster. I want my money back. Please call me today on 030 901822.\n\nCarla Diaz',
    'Could you send me a quote for styling six bridesmaids on 12 June? Our budget is 600 EUR.\n\nDora Ellis, 030 901823',
    'I have to cancel my appointment tomorrow at 9. Sorry!\n\nEva',
    'Please find attached our invoice 2026-113 over 240.00 EUR, due in 14 days.\n\nSupplies Ltd',
    'Do you sell gift vouchers, and are you open on Saturdays?\n\nFinn',
  ]
  for (const [n, text] of texts.entries())
    await postMail(server.url, inbox, rawMail({ from: `Person ${n} <p${n}@mail.test>`, subject: `S ${n}`, text }))
  await new Promise((r) => setTimeout(r, 3000))
  for (const row of (await owner.caller.inbox.conversations.query({})).rows) {
    const c = await owner.caller.inbox.conversation.query({ id: row.id })
    console.log(
      row.subject,
      row.intent,
      c.messages[0]?.intake?.confidence,
      c.suggestions.map((s) => `${s.kind} ${s.status} ${s.confidence} ${JSON.stringify(s.action.payload)}`),
    )
  }
  const browser = await launchBrowser()
  const { page, faults, foreign } = await visit(browser, server.url)
  await page.goto('/')
  await page.waitForTimeout(1500)
  console.log(page.url(), faults, foreign)
  await picture(page, 'sign-in')
  console.log(await accessibilityFaults(page))
  await page.getByRole('link', { name: 'Create an account' }).click()
  await page.getByLabel('Your name').fill('Rosa Lind')
  await page.getByLabel('Email').fill('rosa@example.test')
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery')
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.getByLabel('Name of the office').fill('Studio Lind')
  await picture(page, 'start')
  console.log(await accessibilityFaults(page))
  await page.getByRole('button', { name: 'Open the office' }).click()
  await page.getByRole('button', { name: 'Not now' }).click()
  await page.waitForURL('**/inbox')
  await page.waitForTimeout(1500)
  await picture(page, 'inbox')
  console.log(page.url(), faults, foreign, await accessibilityFaults(page))
  await browser.close()
  await server.stop()
})
