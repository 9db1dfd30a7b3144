import { describe, expect, it } from 'vitest'
import { parseMail } from '../../../worker/features/inbox/rules/parse-mail.ts'
import { mailboxOf, writtenMail } from '../../../worker/features/inbox/rules/written-mail.ts'

describe('a mail that was made up here', () => {
  it('is read as it was written, letters beyond ASCII included', async () => {
    const mail = {
      from: mailboxOf('Zoë Yıldız <zoe@customer.example>'),
      to: mailboxOf('Salon Lumen <desk@in.example>'),
      subject: 'Naïve question: £5?',
      sentAt: new Date('2026-03-11T09:30:00Z'),
      messageId: 'one@customer.example',
      references: ['zero@customer.example'],
      body: 'Grüße,\n\nZoë',
    }
    expect(await parseMail(writtenMail(mail))).toMatchObject({
      from: { name: 'Zoë Yıldız', address: 'zoe@customer.example' },
      to: [{ name: 'Salon Lumen', address: 'desk@in.example' }],
      subject: mail.subject,
      sentAt: '2026-03-11T09:30:00.000Z',
      messageId: mail.messageId,
      references: mail.references,
      text: mail.body,
      notes: [],
    })
  })

  it('may come from an address without a name', () => {
    expect(mailboxOf('zoe@customer.example')).toEqual({ name: '', address: 'zoe@customer.example' })
  })
})
