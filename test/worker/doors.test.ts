import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Env } from '../../worker/env.ts'
import { LARGEST_MAIL_BYTES, TOO_LARGE } from '../../worker/features/inbox/accept-mail.ts'
import { app } from '../../worker/http/app.ts'
import worker from '../../worker/index.ts'
import { hexOf, keyedDigest } from '../../worker/kernel/digest.ts'
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../worker/kernel/time.ts'
import { latin1, MULTIPART, multipartBody, type Sent, urlEncodedBody } from '../providers/forms.ts'
import { fakeEmail } from '../support/fake-email.ts'
import { rowsOf } from '../support/inside.ts'
import { eventually, inboxOf, understood } from '../support/mails.ts'
import { ORIGIN, ownerWithOffice, type Person } from '../support/people.ts'
import { mailOfSize, rawMail } from '../support/raw-mail.ts'
import { type Inbox, signedHeaders } from '../support/signed-mail.ts'
import { type Fate, watchedD1 } from '../support/watched-d1.ts'

type Office = { owner: Person; officeId: string; inbox: Inbox }
let ours: Office
let theirs: Office
let keys: CryptoKeyPair
let signing: Partial<Env>
beforeAll(async () => {
  ours = await officeWithInbox()
  theirs = await officeWithInbox()
  keys = (await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ])) as CryptoKeyPair
  signing = { SENDGRID_PUBLIC_KEY: base64((await crypto.subtle.exportKey('spki', keys.publicKey)) as ArrayBuffer) }
})

async function officeWithInbox(): Promise<Office> {
  const { owner, officeId } = await ownerWithOffice()
  return { owner, officeId, inbox: await inboxOf(owner) }
}

// ── How each vendor knocks ───────────────────────────────────────────────────

type Bytes = Uint8Array<ArrayBuffer>
type Answer = { status: number; said: string; headers: [string, string][] }
type Changes = Partial<Env>
type Request = { path: string; headers: Record<string, string>; body: Bytes }

const base64 = (bytes: ArrayBuffer | Uint8Array) => btoa(String.fromCharCode(...new Uint8Array(bytes)))
const bytesOf = (text: string) => new Uint8Array(new TextEncoder().encode(text))

/** Posts to a door of a Worker whose bindings may be other ones. */
async function knock({ path, headers, body }: Request, changes: Changes = {}): Promise<Answer> {
  const request = new globalThis.Request(`${ORIGIN}${path}`, { method: 'POST', headers, body })
  const answer = await app.fetch(request, { ...env, ...changes }, createExecutionContext())
  const shown = [...answer.headers].filter(([name]) => name !== 'x-request-id')
  return { status: answer.status, said: await answer.text(), headers: shown }
}

async function generic(inbox: Inbox, body: Bytes, contentType: string, nowMs?: number): Promise<Request> {
  const headers = await signedHeaders(inbox, body, contentType, nowMs)
  return { path: `/hooks/email/generic/${inbox.key}?from=ann@customer.test&to=desk@salon.test`, headers, body }
}

const envelopeTo = (inbox: Inbox) => `${inbox.key}@${env.INBOUND_DOMAIN}`

const sendgrid = (inbox: Inbox, sent: Sent[]): Request => ({
  path: `/hooks/email/sendgrid/${inbox.key}`,
  headers: { 'content-type': MULTIPART },
  body: multipartBody([
    { name: 'envelope', bytes: JSON.stringify({ to: [envelopeTo(inbox)], from: 'ann@customer.test' }) },
    { name: 'SPF', bytes: 'pass' },
    { name: 'spam_score', bytes: '0.1' },
    ...sent,
  ]),
})

/** DER as a vendor writes it. */
function derOf(raw: Uint8Array): Uint8Array {
  const integer = (bytes: Uint8Array) => {
    const digits = [...bytes.subarray(bytes.findIndex((byte) => byte !== 0))]
    const positive = (digits[0] ?? 0) > 127 ? [0, ...digits] : digits
    return [2, positive.length, ...positive]
  }
  const numbers = [...integer(raw.subarray(0, 32)), ...integer(raw.subarray(32))]
  return Uint8Array.from([48, numbers.length, ...numbers])
}

async function signedBySendgrid(request: Request, nowMs = Date.now()): Promise<Request> {
  const timestamp = String(Math.floor(nowMs / SECOND_MS))
  const message = new Uint8Array([...bytesOf(timestamp), ...request.body])
  const raw = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, keys.privateKey, message)
  const headers = {
    ...request.headers,
    'X-Twilio-Email-Event-Webhook-Signature': base64(derOf(new Uint8Array(raw))),
    'X-Twilio-Email-Event-Webhook-Timestamp': timestamp,
  }
  return { ...request, headers }
}

const MAILGUN_KEY = 'only-for-tests-mailgun'
const newToken = () => hexOf(crypto.getRandomValues(new Uint8Array(25)))

async function mailgunProof(token = newToken(), nowMs = Date.now()): Promise<Sent[]> {
  const timestamp = String(Math.floor(nowMs / SECOND_MS))
  const signature = hexOf(await keyedDigest(MAILGUN_KEY, timestamp + token))
  return Object.entries({ timestamp, token, signature }).map(([name, bytes]) => ({ name, bytes }))
}

const mailgunForm = (inbox: Inbox, proof: Sent[], sent: Sent[]): Sent[] => [
  { name: 'recipient', bytes: envelopeTo(inbox) },
  { name: 'sender', bytes: 'ann@customer.test' },
  ...proof,
  ...sent,
]
const mailgun = (inbox: Inbox, proof: Sent[], sent: Sent[], mime = ''): Request => ({
  path: `/hooks/email/mailgun/${inbox.key}${mime}`,
  headers: { 'content-type': MULTIPART },
  body: multipartBody(mailgunForm(inbox, proof, sent)),
})
const mailgunRaw = (inbox: Inbox, proof: Sent[], raw: Bytes) =>
  mailgun(inbox, proof, [{ name: 'body-mime', bytes: raw }], '/mime')
const mailgunUrlEncoded = (inbox: Inbox, proof: Sent[], raw: Bytes): Request => ({
  path: `/hooks/email/mailgun/${inbox.key}/mime`,
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: urlEncodedBody(mailgunForm(inbox, proof, [{ name: 'body-mime', bytes: raw }])),
})

/** Mail by Cloudflare's routing, told in the words of the other doors: a rejection is a 550, an escaped error a 451. */
async function byCloudflare(to: string, raw: Bytes, changes: Changes = {}, rawSize?: number): Promise<Answer> {
  const { message, rejection } = fakeEmail({ to, raw, ...(rawSize === undefined ? {} : { rawSize }) })
  try {
    await worker.email(message, { ...env, ...changes })
  } catch {
    return { status: 451, said: '', headers: [] }
  }
  const reason = rejection()
  return { status: reason === null ? 200 : 550, said: reason ?? '', headers: [] }
}

/** Every way by which a raw mail comes in byte for byte. */
const DOORS: { door: string; bring: (inbox: Inbox, raw: Bytes, changes?: Changes) => Promise<Answer> }[] = [
  {
    door: 'the generic door',
    bring: async (inbox, raw, changes) => knock(await generic(inbox, raw, 'message/rfc822'), changes),
  },
  {
    door: 'SendGrid’s raw mode, signed',
    bring: async (inbox, raw, changes) =>
      knock(await signedBySendgrid(sendgrid(inbox, [{ name: 'email', bytes: raw }])), { ...signing, ...changes }),
  },
  {
    door: 'SendGrid’s raw mode where no key is set',
    bring: (inbox, raw, changes) => knock(sendgrid(inbox, [{ name: 'email', bytes: raw }]), changes),
  },
  {
    door: 'Mailgun’s raw mode as multipart',
    bring: async (inbox, raw, changes) => knock(mailgunRaw(inbox, await mailgunProof(), raw), changes),
  },
  {
    door: 'Mailgun’s raw mode as an encoded form',
    bring: async (inbox, raw, changes) => knock(mailgunUrlEncoded(inbox, await mailgunProof(), raw), changes),
  },
  { door: 'Cloudflare', bring: (inbox, raw, changes) => byCloudflare(envelopeTo(inbox), raw, changes) },
]

// ── What is there afterwards ─────────────────────────────────────────────────

const newSubject = () => `Subject ${crypto.randomUUID()}`
const inboundRows = ({ officeId }: Office) => rowsOf('inbound', officeId)
const keysIn = async (prefix: string) => (await env.FILES.list({ prefix })).objects.map(({ key }) => key)
const rawFiles = ({ officeId }: Office) => keysIn(`${officeId}/inbound/`)
const messagesOf = async ({ officeId }: Office, subject: string) =>
  (await rowsOf('messages', officeId)).filter((row) => row.subject === subject)

/** Everything delivered so far has been read. */
const filed = (office: Office) =>
  eventually(async () => (await inboundRows(office)).every(({ status }) => status === 'filed'))

const rawOf = async (office: Office, subject: string) => {
  const { messages } = await understood(office.owner, subject)
  const [message] = messages
  const [row] = (await rowsOf('messages', office.officeId)).filter(({ id }) => id === message!.id)
  return new Uint8Array(await (await env.FILES.get(String(row!.raw_key)))!.arrayBuffer())
}

/** The other office neither holds nor is shown anything of it. */
async function nothingAt(office: Office, subject: string) {
  expect(await messagesOf(office, subject)).toEqual([])
  expect((await office.owner.caller.inbox.conversations.query({ text: subject })).rows).toEqual([])
}

const failing = (fate: Fate): Changes => {
  const broken = (database: D1Database) =>
    new Proxy(watchedD1(database, () => fate).database, {
      // Only what is written together fails: the door still finds the inbox, as in a database that is read-only.
      get: (target, name) => (name === 'prepare' ? (sql: string) => database.prepare(sql) : Reflect.get(target, name)),
    })
  return { DB: broken(env.DB), DB1: broken(env.DB1) }
}

describe.each(DOORS)('by $door a mail', ({ bring }) => {
  it('is kept byte for byte, shown to its office and to no other', async () => {
    const subject = newSubject()
    const raw = rawMail({ subject, text: 'Grüße,\r\nZoë & 日本 100% + more' })
    expect((await bring(ours.inbox, raw)).status).toBe(200)
    expect(await rawOf(ours, subject)).toEqual(raw)
    await nothingAt(theirs, subject)
  })

  it('that comes again is answered 200 and stored once, without leftovers, also 64 at once', async () => {
    const subject = newSubject()
    const raw = rawMail({ subject, text: 'Once.' })
    const before = await rawFiles(ours)
    const answers = await Promise.all(Array.from({ length: 64 }, () => bring(ours.inbox, raw)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    await understood(ours.owner, subject)
    await filed(ours)
    expect(await messagesOf(ours, subject)).toHaveLength(1)
    expect(await rawFiles(ours)).toHaveLength(before.length + 1)
  })

  it('is not taken while the database refuses it, and is there after the next try', async () => {
    const subject = newSubject()
    const raw = rawMail({ subject, text: 'Please keep this.' })
    const before = (await inboundRows(ours)).length
    const refused = await bring(ours.inbox, raw, failing('fails'))
    expect([451, 500]).toContain(refused.status)
    expect(await inboundRows(ours)).toHaveLength(before)
    expect((await bring(ours.inbox, raw)).status).toBe(200)
    await understood(ours.owner, subject)
    expect(await messagesOf(ours, subject)).toHaveLength(1)
  })

  it('whose answer was lost is stored once, and is there to be read', async () => {
    const subject = newSubject()
    const raw = rawMail({ subject, text: 'Did you get this?' })
    expect([451, 500]).toContain((await bring(ours.inbox, raw, failing('answer is lost'))).status)
    expect((await bring(ours.inbox, raw)).status).toBe(200)
    await worker.scheduled({} as ScheduledController, env)
    expect(await rawOf(ours, subject)).toEqual(raw)
    expect(await messagesOf(ours, subject)).toHaveLength(1)
  })

  it('is not taken while the files cannot be written', async () => {
    const broken = new Proxy(env.FILES, {
      get: (target, name) =>
        name === 'put' ? () => Promise.reject(new Error('R2 is away.')) : Reflect.get(target, name).bind(target),
    })
    const before = (await inboundRows(ours)).length
    const refused = await bring(ours.inbox, rawMail({ text: 'No room.' }), { FILES: broken })
    expect([451, 500]).toContain(refused.status)
    expect(await inboundRows(ours)).toHaveLength(before)
  })

  it('of exactly 25 MiB is taken whole', async () => {
    const subject = newSubject()
    const raw = mailOfSize(LARGEST_MAIL_BYTES, subject)
    expect((await bring(ours.inbox, raw)).status).toBe(200)
    const [row] = (await inboundRows(ours)).filter((each) => each.raw_bytes === LARGEST_MAIL_BYTES).slice(-1)
    expect((await env.FILES.head(String(row!.raw_key)))?.size).toBe(LARGEST_MAIL_BYTES)
    await understood(ours.owner, subject)
  })

  it('of one byte more is refused with a sentence, and leaves nothing', async () => {
    const before = await rawFiles(ours)
    const refused = await bring(ours.inbox, mailOfSize(LARGEST_MAIL_BYTES + 1, newSubject()))
    expect([406, 413, 550]).toContain(refused.status)
    expect(refused.said).toContain(TOO_LARGE)
    expect(await rawFiles(ours)).toEqual(before)
  })
})

describe('one mail', () => {
  it('by every door is one message, and so it is to two of our addresses', async () => {
    const subject = newSubject()
    const raw = rawMail({ subject, text: 'The same everywhere.' })
    for (const { bring } of DOORS) expect((await bring(ours.inbox, raw)).status).toBe(200)
    expect((await byCloudflare(`${ours.inbox.key}+billing@${env.INBOUND_DOMAIN}`, raw)).status).toBe(200)
    await understood(ours.owner, subject)
    await filed(ours)
    const [message, ...others] = await messagesOf(ours, subject)
    expect(others).toEqual([])
    const deliveries = (await inboundRows(ours)).filter((row) => row.message_id === message!.id)
    expect(new Set(deliveries.map((row) => row.source))).toEqual(
      new Set(['generic', 'sendgrid', 'mailgun', 'cloudflare']),
    )
    expect(deliveries.filter((row) => row.source === 'cloudflare')).toHaveLength(2)
  })

  it('to two offices is a message of each, and neither sees the other’s', async () => {
    const subject = newSubject()
    const raw = rawMail({ subject, text: 'To both of you.' })
    const [{ bring }] = DOORS as [(typeof DOORS)[number]]
    await Promise.all([bring(ours.inbox, raw), bring(theirs.inbox, raw)])
    const [one, two] = await Promise.all([understood(ours.owner, subject), understood(theirs.owner, subject)])
    expect(one.id).not.toBe(two.id)
    await expect(theirs.owner.caller.inbox.conversation.query({ id: one.id })).rejects.toThrow('does not exist')
  })
})

describe('the doors that take a mail apart', () => {
  it('take the JSON of the generic door', async () => {
    const subject = newSubject()
    const mail = {
      ...{ from: 'Ann Archer <ann@customer.test>', to: ['desk@salon.test', 'second@salon.test'], subject },
      ...{ text: 'Hello from JSON', html: '<p>Hello from <b>JSON</b></p>', sentAt: '2026-03-02T09:30:00+01:00' },
      attachments: [{ name: '../../x.txt', type: 'text/plain', base64: btoa('a file') }],
    }
    expect((await knock(await generic(ours.inbox, bytesOf(JSON.stringify(mail)), 'application/json'))).status).toBe(200)
    const [message] = (await understood(ours.owner, subject)).messages
    expect(message).toMatchObject({ text: 'Hello from JSON', hasHtml: true, sentAt: '2026-03-02T08:30:00.000Z' })
    expect(message!.attachments).toMatchObject([{ name: 'x.txt', bytes: 6 }])
    await nothingAt(theirs, subject)
  })

  it('name the field that is wrong, and keep nothing of it', async () => {
    const before = await inboundRows(ours)
    const wrong = { from: 'ann@customer.test', to: 'x@y.test', subject: 'two\r\nBcc: everybody@else.test' }
    const answer = await knock(await generic(ours.inbox, bytesOf(JSON.stringify(wrong)), 'application/json'))
    expect(answer).toMatchObject({ status: 400, said: expect.stringContaining('subject: must be one line') })
    const noJson = await knock(await generic(ours.inbox, bytesOf('{'), 'application/json'))
    expect(noJson).toMatchObject({ status: 400, said: expect.stringContaining('not JSON') })
    expect(await inboundRows(ours)).toEqual(before)
  })

  it('take SendGrid’s parsed mode, each field in its own charset', async () => {
    const subject = newSubject()
    const request = sendgrid(ours.inbox, [
      {
        name: 'headers',
        bytes: `From: Ann Archer <ann@customer.test>\nSubject: ${subject}\nMessage-ID: <${subject.slice(8)}@c.test>`,
      },
      { name: 'charsets', bytes: JSON.stringify({ text: 'iso-8859-1', subject: 'UTF-8' }) },
      { name: 'subject', bytes: subject },
      { name: 'text', bytes: latin1('Gr\xfc\xdfe aus K\xf6ln') },
      { name: 'attachments', bytes: '1' },
      {
        name: 'attachment-info',
        bytes: JSON.stringify({ attachment1: { filename: 'plan.pdf', type: 'application/pdf' } }),
      },
      { name: 'attachment1', filename: 'plan.pdf', type: 'application/pdf', bytes: latin1('%PDF\xff') },
    ])
    expect((await knock(request)).status).toBe(200)
    const [message] = (await understood(ours.owner, subject)).messages
    expect(message).toMatchObject({ text: 'Grüße aus Köln', from: { address: 'ann@customer.test' } })
    expect(message!.attachments).toMatchObject([{ name: 'plan.pdf', type: 'application/pdf', bytes: 5 }])
  })

  it('take Mailgun’s parsed mode', async () => {
    const subject = newSubject()
    const headers = [
      ['From', 'Ann Archer <ann@customer.test>'],
      ['Subject', subject],
      ['Message-Id', `<${subject.slice(8)}@customer.test>`],
    ]
    const request = mailgun(ours.inbox, await mailgunProof(), [
      { name: 'message-headers', bytes: JSON.stringify(headers) },
      { name: 'body-plain', bytes: 'Hello from Mailgun' },
      { name: 'stripped-text', bytes: 'Hello' },
      { name: 'attachment-1', filename: 'a.png', type: 'image/png', bytes: latin1('\x89PNG') },
    ])
    expect((await knock(request)).status).toBe(200)
    const [message] = (await understood(ours.owner, subject)).messages
    expect(message).toMatchObject({ text: 'Hello from Mailgun', from: { name: 'Ann Archer' } })
    expect(message!.attachments).toMatchObject([{ name: 'a.png', bytes: 4 }])
  })

  it.each([
    ['SendGrid', async () => sendgrid(ours.inbox, [])],
    ['Mailgun', async () => mailgun(ours.inbox, await mailgunProof(), [])],
  ])('refuse a form of %s that holds no mail', async (_, form) => {
    const before = await inboundRows(ours)
    expect((await knock(await form())).status).toBe(400)
    expect(await inboundRows(ours)).toEqual(before)
  })
})

describe('whoever is not the sender', () => {
  const raw = rawMail({ subject: 'Forged', text: 'Let me in.' })
  const email: Sent = { name: 'email', bytes: raw }
  const nobody: Inbox = { key: 'abcdefghijklmnopqrstuvwx', secret: `whsec_${btoa('x'.repeat(32))}` }

  /** How a wrong signature looks at each door, at an inbox of our choice. */
  const forged: [string, (inbox: Inbox) => Promise<Answer>][] = [
    [
      'another office’s secret at the generic door',
      async ({ key }) => knock(await generic({ key, secret: theirs.inbox.secret }, raw, 'message/rfc822')),
    ],
    [
      'no signature at the generic door',
      ({ key }) => knock({ path: `/hooks/email/generic/${key}`, headers: { 'content-type': 'text/plain' }, body: raw }),
    ],
    [
      'a changed body at the generic door',
      async (inbox) => ({ ...(await knock({ ...(await generic(inbox, raw, 'message/rfc822')), body: bytesOf('x') })) }),
    ],
    [
      'an old time at the generic door',
      async (inbox) => knock(await generic(inbox, raw, 'message/rfc822', Date.now() - 6 * MINUTE_MS)),
    ],
    [
      'a time to come at the generic door',
      async (inbox) => knock(await generic(inbox, raw, 'message/rfc822', Date.now() + 6 * MINUTE_MS)),
    ],
    ['no signature at SendGrid’s door', (inbox) => knock(sendgrid(inbox, [email]), signing)],
    [
      'an old time at SendGrid’s door',
      async (inbox) => knock(await signedBySendgrid(sendgrid(inbox, [email]), Date.now() - 6 * MINUTE_MS), signing),
    ],
    [
      'a changed body at SendGrid’s door',
      async (inbox) => {
        const signed = await signedBySendgrid(sendgrid(inbox, [email]))
        return knock({ ...signed, body: sendgrid(inbox, [{ name: 'email', bytes: 'x' }]).body }, signing)
      },
    ],
    [
      'a made-up signature at Mailgun’s door',
      async (inbox) => {
        const proof = (await mailgunProof()).map((field) =>
          field.name === 'signature' ? { ...field, bytes: '0'.repeat(64) } : field,
        )
        return knock(mailgunRaw(inbox, proof, raw))
      },
    ],
    [
      'an old time at Mailgun’s door',
      async (inbox) => knock(mailgunRaw(inbox, await mailgunProof(newToken(), Date.now() - 10 * HOUR_MS), raw)),
    ],
    [
      'Mailgun’s signature where the deployment has no key',
      async (inbox) => knock(mailgunRaw(inbox, await mailgunProof(), raw), { MAILGUN_SIGNING_KEY: '' }),
    ],
    ['no form at Mailgun’s door', ({ key }) => knock({ path: `/hooks/email/mailgun/${key}`, headers: {}, body: raw })],
  ]

  it.each(forged)('with %s is refused, like at an inbox that nobody has', async (_, bring) => {
    const before = await inboundRows(ours)
    const [here, nowhere] = [await bring(ours.inbox), await bring(nobody)]
    expect(here.status).toBe(401)
    expect(nowhere).toEqual(here)
    expect(await inboundRows(ours)).toEqual(before)
  })

  it('with a right signature finds no inbox that does not exist', async () => {
    const wrong = await knock(await generic({ ...ours.inbox, secret: nobody.secret }, raw, 'message/rfc822'))
    expect(await knock(await signedBySendgrid(sendgrid(nobody, [email])), signing)).toEqual(wrong)
    expect(await knock(sendgrid(nobody, [email]))).toEqual(wrong)
    expect(await knock(mailgunRaw(nobody, await mailgunProof(), raw))).toEqual(wrong)
  })

  it('who writes to an address that nobody has is told so by Cloudflare’s door', async () => {
    const answer = await byCloudflare(`nobody@${env.INBOUND_DOMAIN}`, raw)
    expect(answer).toMatchObject({ status: 550, said: 'There is no such address here.' })
    expect((await byCloudflare('', raw)).status).toBe(550)
  })

  it('whose mail ends before its announced length is asked to try again', async () => {
    const before = await inboundRows(ours)
    const cut = await byCloudflare(envelopeTo(ours.inbox), raw, {}, raw.length + 10)
    const longer = await byCloudflare(envelopeTo(ours.inbox), raw, {}, raw.length - 10)
    expect([cut.status, longer.status]).toEqual([451, 451])
    expect(await inboundRows(ours)).toEqual(before)
  })
})

describe('a webhook that is played again', () => {
  it('is the same mail at the generic door', async () => {
    const subject = newSubject()
    const request = await generic(ours.inbox, rawMail({ subject, text: 'Again.' }), 'message/rfc822')
    const answers = [await knock(request), await knock(request)]
    expect(answers.map(({ said }) => JSON.parse(said))).toEqual([{ outcome: 'accepted' }, { outcome: 'repeated' }])
  })

  it('with Mailgun’s token opens for the same content, and answers any other so that nobody tries again', async () => {
    const subject = newSubject()
    const proof = await mailgunProof()
    const raw = rawMail({ subject, text: 'The one.' })
    const other = rawMail({ subject: `${subject} forged`, text: 'Another one.' })
    expect((await knock(mailgunRaw(ours.inbox, proof, raw))).status).toBe(200)
    expect((await knock(mailgunRaw(ours.inbox, proof, raw))).status).toBe(200)
    expect((await knock(mailgunRaw(ours.inbox, proof, other))).status).toBe(406)
    // One key signs for every office, so a captured token must not open another office's door either.
    const before = await inboundRows(theirs)
    expect((await knock(mailgunRaw(theirs.inbox, proof, other))).status).toBe(406)
    expect(await inboundRows(theirs)).toEqual(before)
    await understood(ours.owner, subject)
    await filed(ours)
    expect(await messagesOf(ours, subject)).toHaveLength(1)
    expect(await messagesOf(ours, `${subject} forged`)).toEqual([])
  })
})
