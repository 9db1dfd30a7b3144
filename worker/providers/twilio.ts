import { z } from 'zod'
import type { OutgoingText, Phone } from '../features/customer-messages/phone.ts'
import { base64Of } from '../kernel/base64.ts'
import { NotTaken } from '../kernel/not-taken.ts'
import { Refusal } from '../kernel/refusal.ts'
import { Stopped } from '../kernel/stopped.ts'
import { SECOND_MS } from '../kernel/time.ts'
import { STOPPED_CODE, sentenceOfTwilio } from './twilio/error-words.ts'

const API = 'https://api.twilio.com'
const TIMEOUT_MS = 10 * SECOND_MS
/** Far more than an answer has, so that a broken one fills no memory. */
const LONGEST_ANSWER = 20_000
const TOO_MANY = 429

export type TwilioAccount = {
  accountSid: string
  authToken: string
  /** A number in E.164, or the id (`MG…`) of a messaging service. */
  from: string
  /** Where Twilio tells what became of a text; `send` says of which. */
  callbackUrl: string
  api?: string
  timeoutMs?: number
}

const Answer = z.object({ code: z.number().optional(), sid: z.string().optional() })

/**
 * Twilio's Messages resource, by fetch. It has no key that would make a repeat harmless, so only an answer that
 * certainly took nothing is reported as that; its word on the delivery comes later, by the callback.
 */
export const twilioPhone = (account: TwilioAccount): Phone => ({
  recognisesRepeats: false,
  async send(text) {
    const { status, answer } = await posted(account, text)
    if (status >= 200 && status < 300) return
    if (answer?.code === STOPPED_CODE) throw new Stopped()
    if (status === TOO_MANY) throw new NotTaken('Twilio takes no more texts for the moment.')
    // Below 500 it understood the request and declined it; 408 is its own time-out, after which nobody knows.
    if (status >= 400 && status < 500 && status !== 408)
      throw new Refusal('invalid', sentenceOfTwilio(answer?.code ?? null))
    throw new Error(`Twilio answered ${status}.`)
  },
})

async function posted(account: TwilioAccount, text: OutgoingText) {
  const { accountSid, authToken, api = API, timeoutMs = TIMEOUT_MS } = account
  const credentials = base64Of(new TextEncoder().encode(`${accountSid}:${authToken}`))
  const response = await fetch(`${api}/2010-04-01/Accounts/${encodeURIComponent(accountSid)}/Messages.json`, {
    method: 'POST',
    headers: { authorization: `Basic ${credentials}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: fieldsOf(account, text).toString(),
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  })
  return { status: response.status, answer: await answerIn(response) }
}

function fieldsOf({ from, callbackUrl }: TwilioAccount, { officeId, messageId, to, text }: OutgoingText) {
  const callback = new URL(callbackUrl)
  callback.searchParams.set('office', officeId)
  callback.searchParams.set('message', messageId)
  const sender = from.startsWith('MG') ? { MessagingServiceSid: from } : { From: from }
  return new URLSearchParams({ To: to, ...sender, Body: text, StatusCallback: callback.toString() })
}

/** What the answer says beyond its status; nothing where it broke off or is no JSON, for then the status has to do. */
async function answerIn(response: Response): Promise<z.infer<typeof Answer> | null> {
  const body = await response.text().catch(() => '')
  if (body.length > LONGEST_ANSWER) return null
  try {
    return Answer.safeParse(JSON.parse(body)).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
