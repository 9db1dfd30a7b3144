import { Hono } from 'hono'
import { exportCards } from '../features/contacts/export-cards.ts'
import { exportContacts } from '../features/contacts/export-contacts.ts'
import { readRefused } from '../features/imports/read-refused.ts'
import { readAttachment, readDisplayCopy, readRaw, readWholeText } from '../features/inbox/read-files.ts'
import { officeContextOf } from '../features/office/open-office.ts'
import { exportCompanies, exportDeals, exportTasks } from '../features/views/export-list.ts'
import { CountList } from '../features/views/input.ts'
import { NO_FILTER } from '../features/views/rules/view.ts'
import { notFound, Refusal } from '../kernel/refusal.ts'
import type { HttpContext, HttpEnv } from './app.ts'
import { displayPage } from './display-page.ts'
import { saved, shownImage } from './file-answers.ts'
import { FILE_POLICY, framePolicy } from './file-policies.ts'
import { openImagePass } from './image-pass.ts'
import { memberAt } from './member-at.ts'
import { recordFiles } from './record-files.ts'

export const files = new Hono<HttpEnv>()

/** What of each list leaves as a file. */
const LISTS = {
  'contacts.csv': exportContacts,
  'companies.csv': exportCompanies,
  'deals.csv': exportDeals,
  'tasks.csv': exportTasks,
} as const

for (const [name, exported] of Object.entries(LISTS))
  files.get(`/${name}`, async (c) =>
    saved(await exported(await memberAt(c), viewIn(c)), 'text/csv; charset=utf-8', name),
  )

files.get('/contacts.vcf', async (c) =>
  saved(await exportCards(await memberAt(c), viewIn(c)), 'text/vcard; charset=utf-8', 'contacts.vcf'),
)

const WHOLE_VIEW = { columns: [], filter: NO_FILTER, sort: null }

/** The view that the address names: `?view=` as JSON and `?text=`, as the list asks for them; without one, the whole. */
function viewIn(c: HttpContext) {
  const asked = CountList.safeParse({
    text: c.req.query('text') ?? '',
    view: jsonIn(c.req.query('view')) ?? WHOLE_VIEW,
  })
  if (!asked.success) throw new Refusal('invalid', 'This view cannot be read. Open the list and try again.')
  return asked.data
}

/** What a parameter says, or undefined where it is not there or is no JSON, which no schema takes. */
function jsonIn(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return 'no JSON'
    throw error
  }
}

files.get('/imports/:id/refused.csv', async (c) => {
  const { name, body } = await readRefused(await memberAt(c), c.req.param('id'))
  return saved(body, 'text/csv; charset=utf-8', name)
})

files.get('/messages/:id/html', async (c) => {
  const needs = await memberAt(c)
  const { copy, attachments } = await readDisplayCopy(needs, c.req.param('id'))
  const withImages = c.req.query('images') === 'show'
  const page = await displayPage(needs, { body: copy.body, attachments, withImages })
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': framePolicy(withImages) }
  return new Response(page, { headers })
})

files.get('/messages/:id/text', async (c) => {
  const text = await readWholeText(await memberAt(c), c.req.param('id'))
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Security-Policy': FILE_POLICY }
  return new Response(text, { headers })
})

files.get('/messages/:id/raw', async (c) => {
  const raw = await readRaw(await memberAt(c), c.req.param('id'))
  return saved(raw.body, 'message/rfc822', 'message.eml')
})

files.get('/attachments/:id', async (c) => {
  const { attachment, file } = await readAttachment(await memberAt(c), c.req.param('id'))
  return saved(file.body, 'application/octet-stream', attachment.name)
})

/** An image inside a mail. Its frame has no cookie, so the address itself says who may see it, and until when. */
files.get('/images/:pass', async (c) => {
  const ctx = c.get('ctx')
  const pass = await openImagePass(c.env.SECRET_KEY, c.req.param('pass'), ctx.now())
  const needs = pass && (await officeContextOf(ctx, pass.officeId))
  if (!needs) throw notFound('image')
  const { attachment, file } = await readAttachment(needs, pass.attachmentId)
  const shown = shownImage(file.body, attachment.type, { 'Cross-Origin-Resource-Policy': 'cross-origin' })
  if (!shown) throw notFound('image')
  return shown
})

files.route('/kept', recordFiles)

files.all('*', () => {
  throw notFound('file')
})
