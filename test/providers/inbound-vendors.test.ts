import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { formParts } from '../../worker/providers/inbound/form-parts.ts'
import { mailgunMail, mailgunProof } from '../../worker/providers/mailgun.ts'
import { sendgridMail } from '../../worker/providers/sendgrid.ts'
import { asText, latin1, MULTIPART, multipartBody, type Sent, SHIFT_JIS, urlEncodedBody } from './forms.ts'

const RAW = latin1('From: ann@example.com\r\nSubject: =?utf-8?q?caf=C3=A9?=\r\n\r\n8-bit: \xe9\r\n')
const PDF = Uint8Array.from([37, 80, 68, 70, 0, 255, 13, 10])

const sendgrid = (sent: Sent[]) => sendgridMail(formParts(MULTIPART, multipartBody(sent)) ?? [])
const mailgun = (sent: Sent[]) => mailgunMail(formParts(MULTIPART, multipartBody(sent)) ?? [])
const parsed = async (reading: ReturnType<typeof sendgridMail>) => {
  if (!reading.ok) throw new Error(reading.why)
  return PostalMime.parse(reading.mail.raw)
}

const ENVELOPE = { name: 'envelope', bytes: '{"to":["k1@in.example"],"from":"bounce@example.com"}' }
const HEADERS = [
  'Received: by mx.example; Mon, 2 Mar 2026 10:00:00 +0000',
  'Date: Mon, 2 Mar 2026 11:00:00 +0100',
  'From: Ann <ann@example.com>',
  'To: front@salon.example,',
  ' other@salon.example',
  'Message-ID: <m1@example.com>',
  'In-Reply-To: <m0@salon.example>',
  'Subject: =?utf-8?q?caf=C3=A9?=',
  'Content-Type: multipart/mixed; boundary="old"',
  'Mime-Version: 1.0',
].join('\n')

describe('SendGrid Inbound Parse', () => {
  it('hands over the raw message byte for byte where the raw mode is on', () => {
    const reading = sendgrid([ENVELOPE, { name: 'charsets', bytes: '{}' }, { name: 'email', bytes: RAW }])
    expect(reading).toEqual({
      ok: true,
      mail: { envelopeFrom: 'bounce@example.com', envelopeTo: ['k1@in.example'], raw: RAW },
    })
  })

  it('keeps bodies in their own charsets', async () => {
    const mail = await parsed(
      sendgrid([
        ENVELOPE,
        { name: 'headers', bytes: HEADERS },
        { name: 'charsets', bytes: '{"text":"shift_jis","html":"windows-1252","subject":"UTF-8"}' },
        { name: 'text', bytes: SHIFT_JIS },
        { name: 'html', bytes: latin1('<p>10 \x80 for caf\xe9</p>') },
      ]),
    )
    expect(mail.text?.trim()).toBe('日本語')
    expect(mail.html?.trim()).toBe('<p>10 € for café</p>')
    expect(mail.subject).toBe('café')
  })

  it('keeps the headers as they were received, but for those of the old body', async () => {
    const mail = await parsed(
      sendgrid([
        { name: 'headers', bytes: HEADERS },
        { name: 'text', bytes: 'Hi' },
      ]),
    )
    expect(mail.messageId).toBe('<m1@example.com>')
    expect(mail.inReplyTo).toBe('<m0@salon.example>')
    expect(mail.to?.map((one) => one.address)).toEqual(['front@salon.example', 'other@salon.example'])
    expect(mail.headers.filter((one) => one.key === 'received')).toHaveLength(1)
    expect(mail.headers.filter((one) => one.key === 'content-type')).toHaveLength(1)
  })

  it('keeps attachments, their names and what the mail calls them', async () => {
    const mail = await parsed(
      sendgrid([
        { name: 'headers', bytes: HEADERS },
        { name: 'html', bytes: '<img src="cid:logo">' },
        { name: 'attachments', bytes: '2' },
        {
          name: 'attachment-info',
          bytes:
            '{"attachment1":{"filename":"Übersicht für März – Entwurf.pdf","type":"application/pdf"},"attachment2":{"filename":"logo.png","type":"image/png","content-id":"logo"}}',
        },
        { name: 'attachment1', filename: 'x.pdf', type: 'application/pdf', bytes: PDF },
        { name: 'attachment2', filename: 'logo.png', type: 'image/png', bytes: PDF },
      ]),
    )
    expect(mail.attachments).toMatchObject([
      { filename: 'Übersicht für März – Entwurf.pdf', mimeType: 'application/pdf', disposition: 'attachment' },
      { filename: 'logo.png', mimeType: 'image/png', contentId: '<logo>' },
    ])
    for (const one of mail.attachments) expect(new Uint8Array(one.content as ArrayBuffer)).toEqual(PDF)
  })

  it('makes headers of the fields where there is no block of them, in the charset of each', async () => {
    const mail = await parsed(
      sendgrid([
        { name: 'from', bytes: 'Ann <ann@example.com>' },
        { name: 'to', bytes: 'front@salon.example' },
        { name: 'subject', bytes: SHIFT_JIS },
        { name: 'charsets', bytes: '{"subject":"shift_jis"}' },
      ]),
    )
    expect([mail.subject, mail.from?.address, mail.text ?? '']).toEqual(['日本語', 'ann@example.com', ''])
  })

  it('does not lose a mail for a NUL, a stray line or a broken note, and begins no header of it', async () => {
    const mail = await parsed(
      sendgrid([
        { name: 'headers', bytes: 'Subject: a\0b\nno header here\n\n: empty\nX y: 1\nFrom: ann@example.com' },
        { name: 'envelope', bytes: 'not json' },
        { name: 'charsets', bytes: '[]' },
        { name: 'attachment-info', bytes: '7' },
        { name: 'attachment1', filename: 'a\\"b.txt', type: 'multipart/mixed; boundary=x', bytes: 'x' },
      ]),
    )
    expect(mail.subject).toBe('a b')
    expect(mail.attachments).toMatchObject([{ filename: 'a"b.txt', mimeType: 'application/octet-stream' }])
    const smuggled = await parsed(sendgrid([{ name: 'subject', bytes: 'a\r\nBcc: thief@evil.example' }]))
    expect(smuggled.bcc).toBeUndefined()
    expect(smuggled.subject).toBe('a Bcc: thief@evil.example')
  })

  it('takes the addresses of the headers where the envelope is missing', () => {
    const reading = sendgrid([
      { name: 'from', bytes: '"A, B" <a@b.example>' },
      { name: 'to', bytes: 'x@y.example, <z@y.example>' },
    ])
    expect(reading).toMatchObject({ mail: { envelopeFrom: 'a@b.example', envelopeTo: ['x@y.example', 'z@y.example'] } })
  })

  it('makes the same message of the same fields, so that a repeat is known for one', () => {
    const sent = [
      { name: 'headers', bytes: HEADERS },
      { name: 'text', bytes: 'Hi' },
    ]
    expect(sendgrid(sent)).toEqual(sendgrid(sent))
  })

  it('is refused when there is no message in it', () => {
    expect(sendgrid([ENVELOPE])).toEqual({ ok: false, why: 'malformed' })
  })
})

const PROOF = [
  { name: 'timestamp', bytes: '1700000000' },
  { name: 'token', bytes: 'a'.repeat(50) },
  { name: 'signature', bytes: 'f'.repeat(64) },
]
const ROUTE = [
  { name: 'recipient', bytes: 'k1@in.example' },
  { name: 'sender', bytes: 'bounce@example.com' },
]

describe('Mailgun Routes', () => {
  it('hands over the raw message byte for byte, also from a URL-encoded form', () => {
    const parts =
      formParts(
        'application/x-www-form-urlencoded',
        urlEncodedBody([...ROUTE, ...PROOF, { name: 'body-mime', bytes: RAW }]),
      ) ?? []
    expect(mailgunMail(parts)).toEqual({
      ok: true,
      mail: { envelopeFrom: 'bounce@example.com', envelopeTo: ['k1@in.example'], raw: RAW },
    })
    expect(mailgunProof(parts)).toEqual({ timestamp: '1700000000', token: 'a'.repeat(50), signature: 'f'.repeat(64) })
  })

  it('says which proof is missing', () => {
    expect(mailgunProof([])).toEqual({ timestamp: null, token: null, signature: null })
  })

  it('composes the message anew from parsed fields and attachments', async () => {
    const mail = await parsed(
      mailgun([
        ...ROUTE,
        ...PROOF,
        {
          name: 'message-headers',
          bytes: JSON.stringify([
            ['Received', 'by mx.example'],
            ['From', 'Zoë <zoe@example.com>'],
            ['Subject', 'Grüße, 日本'],
            ['Message-Id', '<m2@example.com>'],
            ['Content-Type', 'multipart/mixed; boundary="old"'],
            ['X-Bad', 'a\r\nBcc: thief@evil.example'],
          ]),
        },
        { name: 'body-plain', bytes: 'Grüße' },
        { name: 'body-html', bytes: '<p>Grüße</p>' },
        { name: 'stripped-text', bytes: 'must not replace the text' },
        { name: 'content-id-map', bytes: '{"<pic>":"attachment-1"}' },
        { name: 'attachment-1', filename: 'pic.png', type: 'image/png', bytes: PDF },
      ]),
    )
    expect([mail.from?.name, mail.subject, mail.messageId]).toEqual(['Zoë', 'Grüße, 日本', '<m2@example.com>'])
    expect([mail.text?.trim(), mail.html?.trim(), mail.bcc]).toEqual(['Grüße', '<p>Grüße</p>', undefined])
    expect(mail.attachments).toMatchObject([{ filename: 'pic.png', contentId: '<pic>' }])
  })

  it('makes headers of the fields where there is no list of them', async () => {
    const mail = await parsed(
      mailgun([
        { name: 'from', bytes: 'a@b.example' },
        { name: 'subject', bytes: 'Hi' },
      ]),
    )
    expect([mail.from?.address, mail.subject]).toEqual(['a@b.example', 'Hi'])
  })

  it('is refused when there is no message in it', () => {
    expect(mailgun(ROUTE)).toEqual({ ok: false, why: 'malformed' })
  })
})

describe('a large parsed message', () => {
  it('is composed in well under a second from 18 MiB of attachments and 200 parts', () => {
    const large = new Uint8Array(18 * 1024 * 1024).fill(200)
    const many = Array.from({ length: 199 }, (_, i) => ({
      name: `attachment${i + 2}`,
      filename: `${i}.txt`,
      bytes: 'x',
    }))
    const body = multipartBody([
      { name: 'headers', bytes: HEADERS },
      { name: 'attachment1', filename: 'l', bytes: large },
      ...many,
    ])
    const startedAt = performance.now()
    const reading = sendgridMail(formParts(MULTIPART, body) ?? [])
    expect(performance.now() - startedAt).toBeLessThan(1000)
    expect(reading.ok && reading.mail.raw.length).toBeLessThan(25 * 1024 * 1024)
    expect(reading.ok && asText(reading.mail.raw.subarray(0, 9))).toBe('Received:')
  })
})
