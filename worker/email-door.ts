import { officeByInboxKey } from '../db/queries/office.ts'
import type { Ctx } from './context.ts'
import { acceptMail, LARGEST_MAIL_BYTES, TOO_LARGE } from './features/inbox/accept-mail.ts'

/**
 * Mail that Cloudflare Email Routing hands over. It is routed by its envelope, because a blind copy names nobody in its
 * headers. An error that escapes is a temporary failure to the sender's server, which tries again.
 */
export async function receiveEmail(ctx: Ctx, message: ForwardableEmailMessage): Promise<void> {
  const found = await officeByInboxKey(ctx.directory, inboxKeyIn(message.to))
  if (!found) return message.setReject('There is no such address here.')
  if (message.rawSize > LARGEST_MAIL_BYTES) return message.setReject(TOO_LARGE)
  await acceptMail(ctx.forOffice(found.office), {
    source: 'cloudflare',
    envelopeFrom: message.from,
    envelopeTo: message.to,
    raw: { stream: message.raw, bytes: message.rawSize },
  })
}

/** The local part, without what stands behind a plus sign. */
const inboxKeyIn = (address: string) => address.split('@')[0]?.split('+')[0]?.toLowerCase() ?? ''
