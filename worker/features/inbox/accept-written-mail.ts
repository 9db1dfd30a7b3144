import type { OfficeCtx } from '../../context.ts'
import { acceptMail } from './accept-mail.ts'
import { type WrittenMail, writtenMail } from './rules/written-mail.ts'

type Needs = Parameters<typeof acceptMail>[0] & Pick<OfficeCtx, 'env' | 'office' | 'now'>

/** Lets a mail that was made up here arrive at one of the office's inboxes now, by the same way as every other mail. */
export async function acceptWrittenMail(
  needs: Needs,
  inboxKey: string,
  mail: Omit<WrittenMail, 'to' | 'sentAt'>,
): Promise<void> {
  const { env, office, now } = needs
  const to = { name: office.name, address: `${inboxKey}@${env.INBOUND_DOMAIN}` }
  const raw = writtenMail({ ...mail, to, sentAt: now() })
  await acceptMail(needs, {
    source: 'generic',
    raw: { stream: new Blob([raw]).stream(), bytes: raw.length },
    envelopeFrom: mail.from.address,
    envelopeTo: to.address,
  })
}
