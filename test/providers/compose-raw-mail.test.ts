import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { composeRawMail, type MailFields } from '../../worker/providers/inbound/compose-raw-mail.ts'
import { headersIn } from '../../worker/providers/inbound/mail-headers.ts'
import { asText } from './forms.ts'

const EMPTY: MailFields = { headers: [], text: null, html: null, attachments: [] }
const utf8 = (text: string) => ({ bytes: new TextEncoder().encode(text), charset: 'utf-8' })

async function through(fields: Partial<MailFields>) {
  const mail = composeRawMail({ ...EMPTY, ...fields })
  if (!mail.ok) throw new Error(mail.why)
  return { mail: await PostalMime.parse(mail.raw), text: asText(mail.raw) }
}

describe('a composed message', () => {
  it.each(['a\r\nBcc: thief@evil.example', 'a\nb', 'a\rb', 'a\0b'])('refuses the header value %j', (value) => {
    expect(composeRawMail({ ...EMPTY, headers: [{ name: 'Subject', value }] })).toEqual({
      ok: false,
      why: 'bad_header',
    })
  })

  it.each(['', 'Sub ject', 'Subject:', 'Sübject', 'A\r\nB'])('refuses the header name %j', (name) => {
    expect(composeRawMail({ ...EMPTY, headers: [{ name, value: 'x' }] })).toEqual({ ok: false, why: 'bad_header' })
  })

  it('cannot be given another header, part or charset through a name, a type, an id or a charset', async () => {
    const { mail } = await through({
      text: { bytes: new TextEncoder().encode('Hi'), charset: 'utf-8"\r\nBcc: a@evil.example' },
      attachments: [
        {
          name: 'a"\r\nBcc: b@evil.example\r\n\r\n--=_foyer_mixed.txt',
          type: 'text/plain\r\nBcc: c@evil.example',
          contentId: 'x>\r\nBcc: d@evil.example',
          bytes: new TextEncoder().encode('\r\n--=_foyer_mixed--\r\n'),
        },
      ],
    })
    expect(mail.bcc).toBeUndefined()
    expect(mail.attachments).toHaveLength(1)
    expect(mail.attachments[0]?.mimeType).toBe('application/octet-stream')
    expect(mail.text?.trim()).toBe('Hi')
  })

  it('gives back any subject, text and file name', async () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 150 }).map((text) => text.replace(/\s+/g, ' ').trim())
    await fc.assert(
      fc.asyncProperty(line, fc.string({ unit: 'grapheme' }), line, async (subject, text, name) => {
        fc.pre(!subject.includes('=?') && !/\p{Cc}/u.test(subject + name) && name !== '')
        const { mail } = await through({
          headers: [{ name: 'Subject', value: subject }],
          html: utf8(text),
          attachments: [{ name, type: 'application/x-test', contentId: null, bytes: new TextEncoder().encode(text) }],
        })
        expect(mail.subject ?? '').toBe(subject)
        expect(mail.html ?? '').toBe(text)
        expect(mail.attachments[0]?.filename).toBe(name)
      }),
    )
  })

  it('keeps its lines short, also under five thousand recipients', async () => {
    const addresses = Array.from({ length: 5000 }, (_, i) => `person${i}@example.com`)
    const { mail, text } = await through({
      headers: [{ name: 'To', value: addresses.join(', ') }],
      text: utf8('x'.repeat(9000)),
    })
    expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78)
    expect(mail.to).toHaveLength(5000)
  })

  it('is still a message when there is nothing to say', async () => {
    const { mail } = await through({})
    expect([mail.text?.trim() ?? '', mail.attachments]).toEqual(['', []])
  })
})

describe('headers as a vendor passes them on', () => {
  it.each([' \n', '\n', ' ', 'a:\n ', '\t', ':', 'X: 1\n'])('are read in linear time from a megabyte of %j', (unit) => {
    const startedAt = performance.now()
    const mail = composeRawMail({ ...EMPTY, headers: headersIn(unit.repeat(1_000_000 / unit.length)) })
    expect(performance.now() - startedAt).toBeLessThan(1000)
    expect(mail.ok).toBe(true)
  })

  it('are compose-safe, whatever the block', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Subject', ':', '\r', '\n', '\0', ' ', 'ü', 'x')), (pieces) => {
        expect(composeRawMail({ ...EMPTY, headers: headersIn(pieces.join('')) }).ok).toBe(true)
      }),
    )
  })
})
