import { base64, type SampleMail, wire, wireLatin1 } from './mail-bytes.ts'

const head = (subject: string) => `From: a@example.com
To: b@example.com
Date: Mon, 12 Oct 2026 09:00:00 +0000
Subject: ${subject}
Message-ID: <${subject.replaceAll(' ', '-')}@example.com>
`

/** Mails that break a rule of the formats, each as some program once sent it. */
export const brokenMails: SampleMail[] = [
  {
    name: 'a boundary that never ends',
    from: 'a@example.com',
    subject: 'cut off',
    reply: 'The first part is here.',
    notes: /ends before its last part was closed/,
    raw: wire(`${head('cut off')}Content-Type: multipart/mixed; boundary=never

--never
Content-Type: text/plain

The first part is here.
`),
  },
  {
    name: 'a boundary that never begins',
    from: 'a@example.com',
    subject: 'no parts',
    reply: 'Just text, after all.',
    notes: /could not be told apart/,
    raw: wire(`${head('no parts')}Content-Type: multipart/mixed; boundary=nowhere

Just text, after all.`),
  },
  {
    name: 'two Content-Types, of which the first counts',
    from: 'a@example.com',
    subject: 'two types',
    reply: 'Hello <b>there</b>',
    raw: wire(`${head('two types')}Content-Type: text/plain
Content-Type: text/html

Hello <b>there</b>
`),
  },
  {
    name: 'a header line without a colon',
    from: 'a@example.com',
    subject: 'no colon',
    reply: 'Still readable.',
    raw: wire(`this line is nobody's header
${head('no colon')}
Still readable.
`),
  },
  {
    name: 'a NUL in a header and in the text',
    from: 'a@example.com',
    subject: 'nothing',
    reply: 'Before and after.',
    notes: /NUL/,
    raw: wire(`${head('noth\0ing')}
Before and\0 after.
`),
  },
  {
    name: 'raw bytes in the headers and no charset at all',
    from: 'a@example.com',
    subject: 'Café',
    reply: 'Café crème',
    notes: /raw bytes/,
    raw: wireLatin1(`${head('Café')}
Café crème
`),
  },
  {
    name: 'an empty body',
    from: 'a@example.com',
    subject: 'empty',
    reply: '',
    notes: /is empty/,
    raw: wire(`${head('empty')}
`),
  },
  {
    name: 'headers and nothing else, not even a blank line',
    from: 'a@example.com',
    subject: 'no body',
    reply: '',
    notes: /is empty/,
    raw: wire(head('no body').trimEnd()),
  },
  {
    name: 'a file and no text',
    from: 'a@example.com',
    subject: 'scan',
    reply: '',
    files: ['scan.pdf'],
    notes: /files and no text/,
    raw: wire(`${head('scan')}Content-Type: application/pdf; name=scan.pdf
Content-Disposition: attachment; filename=scan.pdf
Content-Transfer-Encoding: base64

${base64('%PDF')}
`),
  },
  {
    name: 'Outlook formatting packed into winmail.dat',
    from: 'a@example.com',
    subject: 'tnef',
    reply: 'See the file.',
    files: ['winmail.dat'],
    notes: /winmail\.dat/,
    raw: wire(`${head('tnef')}Content-Type: multipart/mixed; boundary=t

--t
Content-Type: text/plain

See the file.
--t
Content-Type: application/ms-tnef; name=winmail.dat
Content-Transfer-Encoding: base64

${base64('x')}
--t--
`),
  },
  {
    name: 'flowed text',
    from: 'a@example.com',
    subject: 'flowed',
    reply: 'One long line that was wrapped by the program.\nA second line.',
    raw: wire(`${head('flowed')}Content-Type: text/plain; charset=utf-8; format=flowed

One long line that was${' '}
wrapped by the program.
A second line.
`),
  },
  {
    name: 'UTF-7, which is shown as it came',
    from: 'a@example.com',
    subject: 'seven',
    reply: 'Caf+AOk-',
    notes: /utf-7/,
    raw: wire(`${head('seven')}Content-Type: text/plain; charset=utf-7

Caf+AOk-
`),
  },
  {
    name: 'a charset that nobody knows',
    from: 'a@example.com',
    subject: 'unknown',
    reply: 'Zürich',
    notes: /unknown-8bit/,
    raw: wireLatin1(`${head('unknown')}Content-Type: text/plain; charset=unknown-8bit

Zürich
`),
  },
  {
    name: 'a date from no calendar and no Message-ID',
    from: 'a@example.com',
    subject: 'when',
    reply: 'Soon.',
    notes: /date of the mail cannot be read/,
    raw: wire(`From: a@example.com
Subject: when
Date: the day after tomorrow

Soon.
`),
  },
]
