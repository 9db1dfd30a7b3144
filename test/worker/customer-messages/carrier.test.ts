import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { cloudflareMail } from '../../../worker/providers/cloudflare-email.ts'

type Sent = Parameters<SendEmail['send']>[0]
const MAIL = {
  ...{ sendId: 's1', officeId: 'o', fromName: 'Salon', to: 'ann@customer.test', replyTo: 'key@in.test' },
  ...{ subject: 'Your appointment', text: 'Hello', headers: { 'Auto-Submitted': 'auto-generated' } },
  attachments: [
    {
      name: 'invitation.ics',
      type: 'text/calendar; method=REQUEST; charset=utf-8',
      text: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n',
    },
  ],
}

describe('Cloudflare’s send binding', () => {
  it('is given an invitation as an attachment that says what calendars are to do with it', async () => {
    const seen: Sent[] = []
    const binding = { send: async (mail: Sent) => void seen.push(mail) } as unknown as SendEmail
    await cloudflareMail(binding, 'office@foyer.test').send(MAIL)
    const { attachments: _, ...bare } = MAIL
    await cloudflareMail(binding, 'office@foyer.test').send(bare)
    expect(seen[0]).toMatchObject({
      replyTo: 'key@in.test',
      attachments: [
        {
          ...{ filename: 'invitation.ics', disposition: 'attachment', content: MAIL.attachments[0]!.text },
          type: 'text/calendar; method=REQUEST; charset=utf-8',
        },
      ],
    })
    expect(seen[1]).not.toHaveProperty('attachments')
  })

  it('takes it, as it runs here', async () => {
    await expect(cloudflareMail(env.MAIL, 'office@foyer.test').send(MAIL)).resolves.toBeUndefined()
  })
})
