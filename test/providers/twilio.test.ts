import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { NotTaken } from '../../worker/kernel/not-taken.ts'
import { Refusal } from '../../worker/kernel/refusal.ts'
import { Stopped } from '../../worker/kernel/stopped.ts'
import { twilioPhone } from '../../worker/providers/twilio.ts'

const TEXT = {
  sendId: 's1',
  officeId: 'o1',
  messageId: 'a.1.sms',
  to: '+4915112345678',
  text: 'See you at 10 & more + 1!',
}
const SHORT_MS = 300

type Seen = { path: string; authorization: string; type: string; fields: URLSearchParams }
let close = () => {}
afterEach(() => close())

/** Twilio's Messages resource, answering as badly as told. */
async function fakeTwilio(reply: { status: number; body: string } | 'hang' | 'cut') {
  const seen: Seen[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { authorization = '', 'content-type': type = '' } = request.headers
    seen.push({
      path: request.url ?? '',
      authorization,
      type,
      fields: new URLSearchParams(Buffer.concat(chunks).toString()),
    })
    if (reply === 'hang') return
    if (reply === 'cut') return void response.destroy()
    response.writeHead(reply.status, { 'content-type': 'application/json' }).end(reply.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { api: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen }
}

const phoneAt = (api: string, from = '+15550100') =>
  twilioPhone({
    ...{ accountSid: 'AC1', authToken: 'secret', from, api, timeoutMs: SHORT_MS },
    callbackUrl: 'https://foyer.example/hooks/sms/twilio',
  })
const taken = { status: 201, body: JSON.stringify({ sid: 'SM1', status: 'queued', error_code: null }) }
const refusing = (status: number, code: number) => ({ status, body: JSON.stringify({ code, message: 'no', status }) })
const sendingTo = async (reply: Parameters<typeof fakeTwilio>[0]) => phoneAt((await fakeTwilio(reply)).api).send(TEXT)

describe('Twilio', () => {
  it('is given the text as a form, with the account’s word and where to tell what became of it', async () => {
    const { api, seen } = await fakeTwilio(taken)
    await phoneAt(api).send(TEXT)
    expect(seen).toHaveLength(1)
    const [{ path, authorization, type, fields }] = seen as [Seen]
    expect(path).toBe('/2010-04-01/Accounts/AC1/Messages.json')
    expect(Buffer.from(authorization.replace('Basic ', ''), 'base64').toString()).toBe('AC1:secret')
    expect(type).toContain('application/x-www-form-urlencoded')
    expect(Object.fromEntries(fields)).toEqual({
      ...{ To: TEXT.to, From: '+15550100', Body: TEXT.text },
      StatusCallback: 'https://foyer.example/hooks/sms/twilio?office=o1&message=a.1.sms',
    })
  })

  it('is asked to choose the number where a messaging service is set', async () => {
    const { api, seen } = await fakeTwilio(taken)
    await phoneAt(api, 'MG7').send(TEXT)
    expect(seen[0]!.fields.get('MessagingServiceSid')).toBe('MG7')
    expect(seen[0]!.fields.has('From')).toBe(false)
  })

  it('says that somebody wants no texts: that is remembered and no fault', async () => {
    await expect(sendingTo(refusing(400, 21610))).rejects.toBeInstanceOf(Stopped)
  })

  it.each([
    [400, 21211, 'not a phone number'],
    [400, 21614, 'takes no text messages'],
    [400, 30610, 'at this hour'],
    [400, 99999, 'error 99999'],
    [401, 20003, 'error 20003'],
    [404, 20404, 'error 20404'],
  ])('refuses with %i and %i for good, in a sentence', async (status, code, sentence) => {
    const error = await sendingTo(refusing(status, code)).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Refusal)
    expect((error as Refusal).message).toContain(sentence)
  })

  it('has no room for the moment: it may be asked again', async () => {
    await expect(sendingTo(refusing(429, 20429))).rejects.toBeInstanceOf(NotTaken)
  })

  it.each([
    ['a 500', { status: 500, body: 'oops' }],
    ['a 503 with a code', refusing(503, 20503)],
    ['its own time-out', { status: 408, body: '' }],
    ['a redirect', { status: 302, body: '' }],
    ['no answer in time', 'hang' as const],
    ['a cut line', 'cut' as const],
  ])('leaves open whether it went out after %s', async (_, reply) => {
    const error = await sendingTo(reply).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Error)
    for (const kind of [Refusal, NotTaken, Stopped]) expect(error).not.toBeInstanceOf(kind)
  })

  it('took it, though its answer cannot be read', async () => {
    await expect(sendingTo({ status: 201, body: '<html>' })).resolves.toBeUndefined()
    close()
    await expect(sendingTo({ status: 201, body: 'x'.repeat(100_000) })).resolves.toBeUndefined()
  })

  it('knows no text again, so that nobody sends one twice on its word', () => {
    expect(phoneAt('http://127.0.0.1:1').recognisesRepeats).toBe(false)
  })
})
