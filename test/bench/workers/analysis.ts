import { analyse, type IncomingMail } from '../../../worker/features/assistant/rules/built-in.ts'

const CONTEXT = { now: '2026-03-02T09:00:00Z', timeZone: 'Europe/London', country: 'GB' }
/** Copying is so quick that without repeating it the request itself would be what is measured. */
const COPIES = 100

/** Reads each mail of the request, or only copies it many times; answers how often it did. */
export default {
  async fetch(request) {
    const mails: IncomingMail[] = await request.json()
    const done = new URL(request.url).pathname === '/copy' ? copied(mails) : analysed(mails)
    return Response.json({ done })
  },
} satisfies ExportedHandler

function analysed(mails: IncomingMail[]): number {
  for (const mail of mails) analyse(mail, CONTEXT)
  return mails.length
}

function copied(mails: IncomingMail[]): number {
  for (let time = 0; time < COPIES; time += 1) for (const mail of mails) JSON.parse(JSON.stringify(mail))
  return COPIES * mails.length
}
