import { officeByInboxKey } from '../../../db/queries/office.ts'
import type { InboundSource } from '../../../db/schema/inbox.ts'
import type { OfficeCtx } from '../../context.ts'
import { acceptMail, LARGEST_MAIL_BYTES, TOO_LARGE } from '../../features/inbox/accept-mail.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { InboundMail } from '../../providers/inbound/inbound-mail.ts'
import type { HttpContext } from '../app.ts'
import { readCapped } from './read-capped.ts'

/** A request at a door. `needs` is null for an inbox nobody has; it goes through the same motions as a wrong signature. */
export type Knock = { c: HttpContext; key: string; secretVersion: number; needs: OfficeCtx | null }

/** The same words for an unknown inbox and for a wrong signature: neither can be found out by trying. */
export const unsigned = () => new Refusal('unauthenticated', 'This request is not signed for this inbox.')

export async function knockAt(c: HttpContext): Promise<Knock> {
  const ctx = c.get('ctx')
  const key = c.req.param('inboxKey') ?? ''
  const found = await officeByInboxKey(ctx.directory, key)
  const needs = found && ctx.forOffice(found.office)
  return { c, key, secretVersion: found?.address.secretVersion ?? 1, needs }
}

/** The bytes of the request, which the sender signed; refused beyond what this door can carry. */
export async function bodyOf(c: HttpContext, limitBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const read = await readCapped(c.req.raw.body, limitBytes)
  if (!read.ok) throw new Refusal('too_large', TOO_LARGE)
  return read.bytes
}

/** Stores what a verified sender delivered; from then on the sender may forget it. */
export async function deliver({ c, key, needs }: Knock, source: InboundSource, mail: InboundMail): Promise<Response> {
  if (!needs) throw unsigned()
  const { envelopeFrom, envelopeTo, raw } = mail
  if (raw.length > LARGEST_MAIL_BYTES) throw new Refusal('too_large', TOO_LARGE)
  const outcome = await acceptMail(needs, {
    source,
    envelopeFrom,
    envelopeTo: envelopeTo.join(', ') || `${key}@${c.env.INBOUND_DOMAIN}`,
    raw: { stream: new Blob([raw]).stream(), bytes: raw.length },
  })
  return c.json({ outcome })
}
