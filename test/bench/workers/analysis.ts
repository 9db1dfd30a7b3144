import { analyse, type IncomingMail } from '../../../worker/features/assistant/rules/built-in.ts'

/** Often enough that the request itself weighs nothing. */
const TIMES = 50
const CONTEXT = { now: '2026-03-02T09:00:00Z', timeZone: 'Europe/London', country: 'GB' }

/** Reads each mail of the request many times, or only copies it; answers how often it did. */
export default {
  async fetch(request) {
    const mails: IncomingMail[] = await request.json()
    const read = new URL(request.url).pathname === '/copy' ? copy : (mail: IncomingMail) => analyse(mail, CONTEXT)
    for (let time = 0; time < TIMES; time += 1) for (const mail of mails) read(mail)
    return Response.json({ done: TIMES * mails.length })
  },
} satisfies ExportedHandler

const copy = (mail: IncomingMail): unknown => JSON.parse(JSON.stringify(mail))
