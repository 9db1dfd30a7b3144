import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { genericMail } from '../../../worker/http/webhooks/generic-mail.ts'
import { bytesOf } from './forgeries.ts'

const MAIL = { from: 'Zoë <zoe@example.com>', to: 'front@salon.example', subject: 'Grüße' }
const read = (more: object = {}) => genericMail(bytesOf(JSON.stringify({ ...MAIL, ...more })))

describe('a message in the JSON of the generic door', () => {
  it('becomes the same kind of raw message as any other', async () => {
    const reading = read({
      to: ['Front <front@salon.example>', 'b@salon.example'],
      text: 'Grüße 日本',
      html: '<p>Grüße</p>',
      sentAt: '2026-03-02T11:00:00+01:00',
      messageId: 'm1@example.com',
      inReplyTo: '<m0@salon.example>',
      references: ['<r0@x>', 'm0@salon.example'],
      attachments: [{ name: 'a.txt', type: 'text/plain', base64: btoa('content') }],
    })
    if (!reading.ok) throw new Error(reading.problem)
    expect(reading.mail.envelopeFrom).toBe('zoe@example.com')
    expect(reading.mail.envelopeTo).toEqual(['front@salon.example', 'b@salon.example'])
    const mail = await PostalMime.parse(reading.mail.raw)
    expect(mail).toMatchObject({
      from: { name: 'Zoë', address: 'zoe@example.com' },
      subject: 'Grüße',
      messageId: '<m1@example.com>',
      inReplyTo: '<m0@salon.example>',
      references: '<r0@x> <m0@salon.example>',
      date: '2026-03-02T10:00:00.000Z',
    })
    expect([mail.text?.trim(), mail.html?.trim()]).toEqual(['Grüße 日本', '<p>Grüße</p>'])
    expect(new TextDecoder().decode(mail.attachments[0]?.content as ArrayBuffer)).toBe('content')
  })

  it('needs no more than who, to whom and a subject, even an empty one', async () => {
    const reading = read({ subject: '' })
    expect(reading.ok && (await PostalMime.parse(reading.mail.raw)).from?.address).toBe('zoe@example.com')
  })

  it.each([
    ['subject', { subject: 'Hi\r\nBcc: thief@evil.example' }],
    ['from', { from: 'a@b.example\nX: 1' }],
    ['to.1', { to: ['a@b.example', 'b@b.example\0'] }],
    ['messageId', { messageId: 'a b' }],
    ['references.0', { references: ['a\r\nX: 1'] }],
    ['sentAt', { sentAt: 'yesterday' }],
    ['sentAt', { sentAt: '2026-02-30T10:00:00Z' }],
    ['attachments.0.base64', { attachments: [{ name: 'a', type: 'b', base64: '?' }] }],
    ['attachments.0.name', { attachments: [{ name: 'a\r\n', type: 'b', base64: '' }] }],
    ['from', { from: '' }],
    ['subject', { subject: undefined }],
  ])('is refused, and says so, when %s is wrong', (path, more) => {
    const reading = read(more)
    expect(reading.ok).toBe(false)
    expect(!reading.ok && reading.problem).toContain(path)
  })

  it.each(['', '{', '7', 'null', '[]', '"x"', '{"from":1}'])('is refused when the body is %j', (body) => {
    expect(genericMail(bytesOf(body))).toMatchObject({ ok: false, why: 'malformed' })
  })

  it('takes 18 MiB of attachments in well under two seconds', () => {
    const base64 = 'QUJD'.repeat(6 * 1024 * 1024)
    const body = bytesOf(JSON.stringify({ ...MAIL, attachments: [{ name: 'a', type: 'b/c', base64 }] }))
    const startedAt = performance.now()
    expect(genericMail(body).ok).toBe(true)
    expect(performance.now() - startedAt).toBeLessThan(2000)
  })
})
