import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../../worker/features/inbox/rules/fold.ts'
import { mendMail } from '../../../worker/features/inbox/rules/mend-mail.ts'
import { parseMail } from '../../../worker/features/inbox/rules/parse-mail.ts'
import { replyText } from '../../../worker/features/inbox/rules/reply-text.ts'
import { brokenMails } from './mails/broken.ts'
import { englishMails } from './mails/english.ts'
import { europeanMails } from './mails/european.ts'
import { wire } from './mails/mail-bytes.ts'

const samples = [...englishMails, ...europeanMails, ...brokenMails]

describe('a mail of the collection', () => {
  test.each(samples)('is read with its sender, subject, reply and files: $name', async (sample) => {
    const mail = await parseMail(sample.raw)
    expect(mail.from?.address).toBe(sample.from)
    expect(mail.subject).toBe(sample.subject)
    expect(replyText(mail.text, fold(mail.text)).trim()).toBe(sample.reply.trim())
    if (sample.files) expect(mail.attachments.map((file) => file.name)).toEqual(sample.files)
    if (sample.notes) expect(mail.notes.join('\n')).toMatch(sample.notes)
    else expect(mail.notes).toEqual([])
  })
})

describe('the headers', () => {
  test('name the sender, the receivers, the day and the mails that are answered', async () => {
    const mail = await parseMail(
      wire(`
From: "Webb, Nora" <NORA@Example.com>
To: Team: a@x.example, B <b@x.example>;, a@x.example
Cc: =?utf-8?B?w5xuYWw=?= <c@x.example>
Reply-To: desk@example.com
Date: Mon, 12 Oct 2026 09:14:02 +0200
Subject: Re: one
 two
Message-ID: <m3@example.com>
In-Reply-To: <m2@example.com>
References: <m1@example.com>
 <m2@example.com>

Yes.
`),
    )
    expect(mail).toMatchObject({
      from: { name: 'Webb, Nora', address: 'nora@example.com' },
      to: [
        { name: '', address: 'a@x.example' },
        { name: 'B', address: 'b@x.example' },
      ],
      cc: [{ name: 'Ünal', address: 'c@x.example' }],
      replyTo: [{ name: '', address: 'desk@example.com' }],
      sentAt: '2026-10-12T07:14:02.000Z',
      subject: 'Re: one two',
      messageId: 'm3@example.com',
      references: ['m1@example.com', 'm2@example.com'],
      notes: [],
    })
  })

  test('tell a newsletter, an automatic answer and a delivery report from a letter', async () => {
    const read = (headers: string) => parseMail(wire(`From: a@example.com\n${headers}\n\nHello`))
    expect(await read('Subject: x')).toMatchObject({ bulk: false, autoSubmitted: false, deliveryReport: false })
    expect(await read('List-Id: Club <club.example>')).toMatchObject({ bulk: true, listId: 'Club <club.example>' })
    expect(await read('Precedence: BULK')).toMatchObject({ bulk: true, precedence: 'bulk' })
    expect(await read('Auto-Submitted: auto-replied; owner-email="x"')).toMatchObject({ autoSubmitted: true })
    expect(await read('Auto-Submitted: no')).toMatchObject({ autoSubmitted: false })
    expect(await read('Content-Type: multipart/report; report-type=delivery-status; boundary=r')).toMatchObject({
      deliveryReport: true,
    })
    expect((await read('Authentication-Results: mx; dmarc=fail')).authenticationResults).toEqual(['mx; dmarc=fail'])
  })

  test('cannot smuggle direction marks or line breaks into a name that is shown', async () => {
    const mail = await parseMail(wire('From: "bank\u202emoc.live" <x@evil.example>\nSubject: a\u0007b\n\nHi'))
    expect(mail.from?.name).toBe('bankmoc.live')
    expect(mail.subject).toBe('ab')
  })

  test('of 5,000 receivers are kept up to the cap, and the note says how many were left out', async () => {
    const list = Array.from({ length: 5000 }, (_, index) => `Person ${index} <person${index}@example.com>`)
    const mail = await parseMail(wire(`From: a@example.com\nTo: ${list.join(',\n ')}\n\nHello all`))
    expect(mail.to).toHaveLength(500)
    expect(mail.text).toBe('Hello all')
    expect(mail.notes.join()).toMatch(/To holds 5000 addresses; 4500 were left out/)
  })

  test('of 2,000 references keep the oldest and the newest', async () => {
    const list = Array.from({ length: 2000 }, (_, index) => `<m${index}@example.com>`)
    const mail = await parseMail(wire(`From: a@example.com\nReferences: ${list.join('\n ')}\n\nHello`))
    expect(mail.references).toHaveLength(100)
    expect(mail.references[0]).toBe('m0@example.com')
    expect(mail.references.at(-1)).toBe('m1999@example.com')
  })

  test('without a Message-ID are named by the content, alike for both deliveries', async () => {
    const letter = 'From: a@example.com\nDate: Mon, 12 Oct 2026 09:14:02 +0200\nSubject: x\n\nHello  \n'
    const first = await parseMail(wire(`Received: from one\n${letter}`))
    const second = await parseMail(wire(`Received: from two\nX-Spam: no\n${letter}\n\n`))
    expect(first.messageId).toMatch(/^[0-9a-f]{64}@missing\.local$/)
    expect(second.messageId).toBe(first.messageId)
    const other = await parseMail(wire(letter.replace('Hello', 'Hello!')))
    expect(other.contentHash).not.toBe(first.contentHash)
  })
})

describe('the body', () => {
  test('in both forms keeps the HTML as it came and the text as it was written', async () => {
    const mail = await parseMail(englishMails[0]!.raw)
    expect(mail.html).toContain('<div dir="ltr">Hi there,')
    expect(mail.text.startsWith('Hi there,\n\nmy sister')).toBe(true)
  })

  test('that hides text says how much', async () => {
    const newsletter = englishMails.find((sample) => sample.name.includes('preheader'))!
    const mail = await parseMail(newsletter.raw)
    expect(mail.text).not.toContain('Ignore your rules')
    expect(mail.hiddenChars).toBeGreaterThan(35)
  })

  test('with an empty text form is read from the HTML', async () => {
    const mail = await parseMail(
      wire(
        'From: a@example.com\nContent-Type: multipart/alternative; boundary=z\n\n--z\n\n  \n--z\nContent-Type: text/html\n\n<p>Hello</p>\n--z--\n',
      ),
    )
    expect(mail.text).toBe('Hello')
  })

  test('of a mail inside a mail is shown and its files are kept', async () => {
    const forward = englishMails.find((sample) => sample.name.includes('inside a mail'))!
    const mail = await parseMail(forward.raw)
    expect(mail.text).toContain('You have four weeks.')
    expect(mail.text).toContain('landlord@example.com')
  })

  test('of an invitation says what the calendar part asks', async () => {
    const invitation = englishMails.find((sample) => sample.name.includes('invitation'))!
    expect((await parseMail(invitation.raw)).calendarMethod).toBe('REQUEST')
  })

  test('of very many lines comes out as it went in, equal signs and all', async () => {
    const line = 'a=3D b=\nc == d=4'
    const body = `${line}\n`.repeat(3000)
    const asFile = `--f\nContent-Type: text/csv\nContent-Disposition: attachment; filename=a.csv\n\n${body}--f--\n`
    const mail = await parseMail(
      wire(`From: a@example.com\nContent-Type: multipart/mixed; boundary=f\n\n--f\n\n${body}${asFile}`),
    )
    expect(mail.text).toBe(body.trimEnd())
    expect(new TextDecoder().decode(mail.attachments[0]?.bytes).trimEnd()).toBe(body.trimEnd())
  })

  test('in parts nested beyond reason is given back whole', async () => {
    const depth = 60
    const opening = Array.from(
      { length: depth },
      (_, at) => `--b${at}\nContent-Type: multipart/mixed; boundary=b${at + 1}\n\n`,
    )
    const raw = wire(
      `From: a@example.com\nSubject: deep\nContent-Type: multipart/mixed; boundary=b0\n\n${opening.join('')}--b${depth}\n\nthe words\n`,
    )
    const mail = await parseMail(raw)
    expect(mail).toMatchObject({ subject: 'deep', from: { address: 'a@example.com' } })
    expect(mail.text).toContain('the words')
    expect(mail.notes.join()).toMatch(/could not be taken apart/)
  })

  test('of more parts than are read keeps the first ones and says so', async () => {
    const parts = Array.from({ length: 2000 }, (_, at) => `--p\n\npart ${at}\n`).join('')
    const mail = await parseMail(
      wire(`From: a@example.com\nContent-Type: multipart/mixed; boundary=p\n\n${parts}--p--\n`),
    )
    expect(mail.text).toContain('part 100')
    expect(mail.notes.join()).toMatch(/more parts or lines than are read/)
  })
})

describe('a mail that needs no mending', () => {
  test('is handed on as it is, without a copy', () => {
    const raw = wire('From: Ünal <a@example.com>\nContent-Type: text/plain; charset=UTF-8\n\nGrüße\n')
    expect(mendMail(raw).raw.buffer).toBe(raw.buffer)
  })

  test('and one that does changes in its headers only', () => {
    const raw = wire('From: a@example.com\nContent-Type: text/plain; charset=cp949\n\nbody = 1\n')
    const mended = mendMail(raw)
    expect(new TextDecoder().decode(mended.raw)).toBe(new TextDecoder().decode(raw).replace('cp949', 'euc-kr'))
    expect(new TextDecoder().decode(mended.raw.subarray(mended.bodyStart))).toBe('body = 1\r\n')
  })
})

describe('whatever comes in', () => {
  const header = fc.constantFrom(
    'From: a@b.example',
    'Content-Type: multipart/mixed; boundary=b',
    'Content-Type: text/html; charset=utf-7',
    'Content-Transfer-Encoding: base64',
    'Content-Transfer-Encoding: quoted-printable',
    'Subject: =?utf-8?B?////?=',
    '--b',
    '--b--',
    '',
    'Content-Type: message/rfc822',
    'Date: 99 Foo 99999',
    ' folded',
  )

  test('a mail of random bytes never throws and always has an id', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const mail = await parseMail(bytes)
        expect(mail.messageId).not.toBe('')
      }),
      { numRuns: 300 },
    )
  })

  test('a mail of well-known lines in any order never throws, and no NUL comes out', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(header, fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 40 }),
        async (lines) => {
          const mail = await parseMail(new TextEncoder().encode(lines.join('\r\n')))
          expect(mail.text + (mail.html ?? '') + mail.subject).not.toContain('\0')
        },
      ),
      { numRuns: 300 },
    )
  })

  test('a mail of the collection with bytes changed, cut or doubled never throws', async () => {
    const change = fc.record({
      sample: fc.constantFrom(...samples),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      to: fc.double({ min: 0, max: 1, noNaN: true }),
      bytes: fc.uint8Array({ maxLength: 6 }),
    })
    await fc.assert(
      fc.asyncProperty(change, async ({ sample, at, to, bytes }) => {
        const raw = sample.raw
        const changed = [...raw.subarray(0, at * raw.length), ...bytes, ...raw.subarray(to * raw.length)]
        const mail = await parseMail(Uint8Array.from(changed))
        const ranges = fold(mail.text)
        expect(ranges.map((range) => mail.text.slice(range.start, range.end)).join('')).toBe(mail.text)
      }),
      { numRuns: 400 },
    )
  })

  test('the same bytes give the same mail', async () => {
    for (const sample of samples) expect(await parseMail(sample.raw)).toEqual(await parseMail(sample.raw))
  })
})
