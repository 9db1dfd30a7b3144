import { exports } from 'cloudflare:workers'
import { ORIGIN, type Person } from './people.ts'
import { type Inbox, signedHeaders } from './signed-mail.ts'

/** An office's first inbox, as its owner sees it in the settings. */
export async function inboxOf(owner: Person) {
  const [inbox] = await owner.caller.office.inbound.query()
  if (!inbox?.hooks) throw new Error('The office has no inbox, or this person does not own it.')
  return { key: inbox.key, secret: inbox.hooks.secret }
}

/** Posts a raw mail to the generic door, signed as the office's secret demands. */
export async function postMail(inbox: Inbox, raw: Uint8Array<ArrayBuffer>, contentType = 'message/rfc822') {
  const headers = await signedHeaders(inbox, raw, contentType)
  return exports.default.fetch(`${ORIGIN}/hooks/email/generic/${inbox.key}`, { method: 'POST', headers, body: raw })
}

const PATIENCE_MS = 20_000
const PAUSE_MS = 20

/** Asks again until there is an answer, because the queue works beside the test. */
export async function eventually<T>(
  ask: () => Promise<T | null | undefined | false>,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  for (const until = Date.now() + patienceMs; Date.now() < until; ) {
    const answer = await ask()
    if (answer) return answer
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  throw new Error('It did not happen in time.')
}

/** The conversation of this subject, with its messages, once every mail in it was understood. */
export const understood = (person: Person, subject: string) =>
  eventually(async () => {
    const { rows } = await person.caller.inbox.conversations.query({ text: subject.slice(0, 90) })
    const row = rows.find((each) => each.subject === subject)
    const shown = row && (await person.caller.inbox.conversation.query({ id: row.id }))
    return shown?.messages.every(({ direction, intake }) => direction === 'out' || intake !== null) && shown
  })
