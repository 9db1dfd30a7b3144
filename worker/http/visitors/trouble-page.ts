import { html } from 'hono/html'
import type { Office } from '../../../db/schema/office.ts'
import { publicWords } from '../../features/booking/show-office.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { HttpContext } from '../app.ts'
import { STATUS } from '../status.ts'
import { localeAt, visitorPage } from './page.ts'
import { callUs, officeCard } from './parts/office-card.ts'

const FAULT = 'Something went wrong on our side. Please try again in a moment; nothing is booked twice.'

/** What cannot be mended where it happened: what it is, and what to do. */
export function troublePage(c: HttpContext, error: unknown, office?: Office): Promise<Response> {
  if (!(error instanceof Refusal)) c.get('ctx').log.fault('request_failed', error, { path: c.req.routePath })
  const code = error instanceof Refusal ? error.code : 'unavailable'
  const isMissing = code === 'not_found'
  const heading = isMissing ? 'There is nothing here' : 'That did not work'
  const status = error instanceof Refusal ? STATUS[error.code] : 500
  const words = office && { ...publicWords(office), name: office.name, slug: office.slug }
  const isLink = c.req.path.startsWith('/a/')
  const content = html`${words && officeCard(localeAt(c), words)}<main id="step"><h1 tabindex="-1">${isMissing && isLink ? 'This link does not open an appointment' : heading}</h1>
<p>${isMissing ? missingWords(isLink) : error instanceof Refusal ? error.message : FAULT}</p>
${words && html`<p>${callUs(words)}</p><p><a class="button" href="/book/${words.slug}">To the booking page</a></p>`}</main>`
  return visitorPage(c, {
    ...{ title: isMissing ? 'Not found' : heading, content },
    ...(office ? { office } : {}),
    status: status === 401 ? 403 : status,
  })
}

const missingWords = (isLink: boolean) =>
  isLink
    ? 'It may be too old, or not whole: a long link is sometimes cut in two by a mail program. Please open it from the mail once more, or call the office that sent it.'
    : 'No office takes bookings at this address. Please check it, or ask the office for its link.'
