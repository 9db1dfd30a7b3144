import { describe, test } from 'vitest'
import { fold } from '../../../worker/features/inbox/rules/fold.ts'
import { htmlToText } from '../../../worker/features/inbox/rules/html-to-text.ts'
import { normaliseAddress } from '../../../worker/features/inbox/rules/normalise-address.ts'
import { normaliseSubject } from '../../../worker/features/inbox/rules/normalise-subject.ts'
import { parseMail } from '../../../worker/features/inbox/rules/parse-mail.ts'
import { safeStyle } from '../../../worker/features/inbox/rules/safe-style.ts'
import { wellFormedHtml } from '../../../worker/features/inbox/rules/well-formed-html.ts'
import { expectLinear } from '../../support/growth.ts'
import { wire } from './mails/mail-bytes.ts'

const multipart = 'From: a@example.com\nContent-Type: multipart/mixed; boundary=b\n\n'

const rawMails: [name: string, size: number, make: (size: number) => string][] = [
  ['an address list', 20_000, (n) => `To: ${'Person <p@example.com>,\n '.repeat(n)}\n\nx`],
  ['groups of addresses in groups', 20_000, (n) => `To: ${'a:'.repeat(n)}\n\nx`],
  ['unclosed quotes and brackets among addresses', 40_000, (n) => `To: ${'"<(@'.repeat(n)}\n\nx`],
  ['folds of one header', 60_000, (n) => `Subject: x${'\n y'.repeat(n)}\n\nx`],
  ['encoded words', 10_000, (n) => `Subject: ${'=?utf-8?Q?a?= '.repeat(n)}\n\nx`],
  ['encoded words that never end', 40_000, (n) => `Subject: ${'=?utf-8?Q?'.repeat(n)}\n\nx`],
  ['references', 20_000, (n) => `References: ${'<a@b>\n '.repeat(n)}\n\nx`],
  ['brackets of references that never close', 100_000, (n) => `References: ${'<a'.repeat(n)}\n\nx`],
  ['spaces in a header', 400_000, (n) => `Subject: x${' '.repeat(n)}y\n\nx`],
  ['spaces before the parameters of a type', 400_000, (n) => `Content-Type: text/plain;${' '.repeat(n)}charset\n\nx`],
  ['repeated charset words in a type', 40_000, (n) => `Content-Type: text/plain;${'charset '.repeat(n)}\n\nx`],
  ['headers without end', 40_000, (n) => 'X-A: b\n'.repeat(n)],
  ['parts', 20_000, (n) => `${multipart}${'--b\n\nx\n'.repeat(n)}`],
  ['lines that almost are a boundary', 200_000, (n) => `${multipart}--b\n\n${'--\n'.repeat(n)}`],
  ['mails in mails', 20_000, (n) => `${'Content-Type: message/rfc822\n\n'.repeat(n)}x`],
  ['empty lines', 200_000, (n) => `From: a@example.com\n\n${'\n'.repeat(n)}`],
  ['one line of spaces', 400_000, (n) => `From: a@example.com\n\n${' '.repeat(n)}x`],
  ['quoted-printable signs', 400_000, (n) => `Content-Transfer-Encoding: quoted-printable\n\n${'='.repeat(n)}`],
  ['broken base64', 400_000, (n) => `Content-Transfer-Encoding: base64\n\n${'=a'.repeat(n / 2)}`],
  ['flowed lines', 60_000, (n) => `Content-Type: text/plain; format=flowed\n\n${'a \n'.repeat(n)}`],
  ['nested HTML', 40_000, (n) => `Content-Type: text/html\n\n${'<div>'.repeat(n)}x`],
]

const pages: [name: string, size: number, make: (size: number) => string][] = [
  ['elements nested', 100_000, (n) => `${'<div>'.repeat(n)}x`],
  ['end tags that end nothing', 100_000, (n) => '<i>'.repeat(n / 2) + '</b>'.repeat(n / 2)],
  ['links never closed', 60_000, (n) => '<a href=https://example.com/>x<b>'.repeat(n)],
  ['quotations in quotations', 60_000, (n) => '<blockquote>x'.repeat(n)],
  ['entities', 100_000, (n) => '&amp;'.repeat(n)],
  ['less-than signs', 400_000, (n) => '<'.repeat(n)],
  ['attributes of one tag', 100_000, (n) => `<p ${'a=b '.repeat(n)}>x`],
  ['one unclosed comment after another', 100_000, (n) => '<!--'.repeat(n)],
  ['list items never closed', 60_000, (n) => '<li>x'.repeat(n)],
  ['spaces', 400_000, (n) => `<p>${' '.repeat(n)}</p>`],
  ['styles', 20_000, (n) => '<p style="display : ; opacity:0.1;color:rgb(((">x'.repeat(n)],
]

const texts: [name: string, size: number, make: (size: number) => string][] = [
  ['spaces', 100_000, (n) => `${' '.repeat(n)}x`],
  ['line breaks', 100_000, (n) => '\n'.repeat(n)],
  ['quote marks', 100_000, (n) => '>'.repeat(n)],
  ['half an attribution on every line', 100_000, (n) => 'On 1.1.2026 a@b wrote\n'.repeat(n / 20)],
  ['dashes', 100_000, (n) => '-'.repeat(n)],
  ['rules', 100_000, (n) => `${'-'.repeat(60)}\n`.repeat(n / 60)],
  ['header fields', 100_000, (n) => 'From: a@b\n'.repeat(n / 10)],
  ['signature rules', 100_000, (n) => '-- \n'.repeat(n / 4)],
  ['phone lines', 100_000, (n) => `Sent from ${'my '.repeat(20)}\n`.repeat(n / 60)],
]

describe('the time to read a mail grows no faster than the mail', () => {
  test.each(rawMails)('of %s', async (_, size, make) => {
    await expectLinear((n) => wire(make(n)), parseMail, size)
  })
})

describe('the time to take the words out of HTML grows no faster than the HTML', () => {
  test.each(pages)('of %s', async (_, size, make) => {
    await expectLinear(make, htmlToText, size)
  })
})

describe('the time to write HTML anew grows no faster than the HTML', () => {
  test.each(pages)('of %s', async (_, size, make) => {
    await expectLinear(make, wellFormedHtml, size)
  })
})

describe('the time to fold a text grows no faster than the text', () => {
  test.each(texts)('of %s', async (_, size, make) => {
    await expectLinear(make, fold, size)
  })
})

describe('the time to normalise grows no faster than the input', () => {
  test('of reply prefixes', () => expectLinear((n) => 're: '.repeat(n), normaliseSubject, 100_000))
  test('of spaces before a subject', () => expectLinear((n) => `${' '.repeat(n)}x`, normaliseSubject, 100_000))
  test('of an address', () => expectLinear((n) => `a@${'b.'.repeat(n)}`, normaliseAddress, 100_000))
  test('of declarations', () => expectLinear((n) => 'color:rgb(1'.repeat(n), safeStyle, 100_000))
})
