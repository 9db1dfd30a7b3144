import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attachmentName } from '../../../worker/features/inbox/rules/attachment-name.ts'
import { chooseCharset } from '../../../worker/features/inbox/rules/charset.ts'
import { messageIds, normaliseMessageId } from '../../../worker/features/inbox/rules/message-ids.ts'
import { canonicalContent, messageKey } from '../../../worker/features/inbox/rules/message-key.ts'
import { normaliseAddress } from '../../../worker/features/inbox/rules/normalise-address.ts'
import { normaliseSubject, subjectKind } from '../../../worker/features/inbox/rules/normalise-subject.ts'

describe('an address', () => {
  test.each([
    [' Ann.Lee+x@Example.COM ', 'ann.lee+x@example.com'],
    ['ü@münchen.example', 'ü@münchen.example'],
    ['root@localhost', 'root@localhost'],
    ['"two words"@x.example', '"two words"@x.example'],
    ['a@[192.0.2.1]', 'a@[192.0.2.1]'],
  ])('is one: %s', (typed, address) => expect(normaliseAddress(typed)).toBe(address))

  test.each([
    '',
    'ann',
    '@x.example',
    'ann@',
    'a b@x.example',
    'a@b@x.example',
    'a@x..example',
    'a@.example',
    'a@x.example.',
    'a\0@x.example',
    'a@x.example\r\nBcc: b@y.example',
    '<a@x.example>',
    'a@x.example,b@y.example',
    `${'a'.repeat(65)}@x.example`,
    `a@${'x'.repeat(260)}`,
  ])('is none: %j', (typed) => expect(normaliseAddress(typed)).toBeNull())

  test('that is normal stays as it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: 'binary' })), (typed) => {
        const once = normaliseAddress(typed)
        if (once !== null) expect(normaliseAddress(once)).toBe(once)
      }),
    )
  })
})

describe('a subject', () => {
  test.each([
    ['Re: AW: Fwd:  Colour   on Friday', 'colour on friday', 'reply'],
    ['WG: Rechnung', 'rechnung', 'forward'],
    ['Re[2]: x', 'x', 'reply'],
    ['回复：预约', '预约', 'reply'],
    ['Return of goods', 'return of goods', 'plain'],
    ['Invoice: re: tax', 'invoice: re: tax', 'plain'],
    ['', '', 'plain'],
  ])('%s', (subject, matter, kind) => {
    expect(normaliseSubject(subject)).toBe(matter)
    expect(subjectKind(subject)).toBe(kind)
  })
})

describe('an id', () => {
  test('loses its brackets and what stands around it', () => {
    expect(normaliseMessageId(' <A.b@x.example> (comment)')).toBe('A.b@x.example')
    expect(normaliseMessageId('a@x.example')).toBe('a@x.example')
    expect(normaliseMessageId('')).toBeNull()
    expect(normaliseMessageId(`<${'x'.repeat(600)}@y>`)).toBeNull()
    expect(messageIds('<a@b>\r\n\t<c@d> , <e f@g>')).toEqual(['a@b', 'c@d'])
  })
})

describe('a file name', () => {
  test.each([
    ['../../x', 'x'],
    ['C:\\Users\\ann\\plan.pdf', 'plan.pdf'],
    ['..', 'attachment.bin'],
    ['.htaccess', 'htaccess'],
    ['a\0b\r\nc.txt', 'ab c.txt'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['folder/', 'folder'],
  ])('%j becomes %s', (name, safe) => expect(attachmentName(name, 'application/octet-stream')).toBe(safe))

  test('that is missing comes from the type', () => {
    expect(attachmentName(null, 'text/calendar')).toBe('invitation.ics')
    expect(attachmentName('', 'image/x-unknown')).toBe('attachment.bin')
  })

  test('that is too long keeps its extension', () => {
    const name = attachmentName(`${'long '.repeat(100)}.pdf`, 'application/pdf')
    expect(name).toHaveLength(120)
    expect(name.endsWith('.pdf')).toBe(true)
  })

  test('of any kind is one line without a path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const safe = attachmentName(name, 'image/png')
        expect(safe).not.toMatch(/[/\\\0\n\r]|^\./)
        expect(safe.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('a charset', () => {
  const bytes = (...values: number[]) => Uint8Array.from(values)
  test.each([
    ['cp949', [0xb0, 0xa1], 'euc-kr'],
    ['iso-2022-jp-ms', [], 'iso-2022-jp'],
    ['cp850', [0x81], 'x-user-defined'],
    ['windows-1258', [0xe9], 'windows-1258'],
    ['us-ascii', [0xc3, 0xa9], 'utf-8'],
    ['utf-8', [0xe9, 0x20], 'windows-1252'],
    ['utf-8', [0xc3], 'utf-8'],
    [null, [0xe9, 0x20], 'windows-1252'],
    [null, [0x1b, 0x24, 0x42, 0x46], 'iso-2022-jp'],
    ['x-nobody-knows', [0x61], 'utf-8'],
  ])('%s over %j is read as %s', (label, values, read) => {
    expect(chooseCharset(label, bytes(...values)).label).toBe(read)
  })

  test.each(['utf-7', 'hz-gb-2312', 'iso-2022-kr', 'iso-2022-cn'])('%s is said to be unreadable', (label) => {
    expect(chooseCharset(label, bytes()).note).toContain(label)
  })
})

describe('the key of a message', () => {
  const mail = { from: null, sentAt: null, subject: 's', text: 'a \r\nb\n\n', html: null, attachments: [] }
  test('does not change with the line ends of a relay, and does with a word', () => {
    expect(canonicalContent({ ...mail, text: 'a\nb' })).toBe(canonicalContent(mail))
    expect(canonicalContent({ ...mail, text: 'a\nc' })).not.toBe(canonicalContent(mail))
  })
  test('holds both the id and the content, for senders who use an id twice', () => {
    expect(messageKey({ messageId: 'a@b', contentHash: '1' })).not.toBe(
      messageKey({ messageId: 'a@b', contentHash: '2' }),
    )
  })
})
