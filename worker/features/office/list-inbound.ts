import { inboundAddressesOf } from '../../../db/queries/office.ts'
import type { InboundAddress } from '../../../db/schema/office.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { inboundSecret } from './inbound-secret.ts'
import type { InboundShown } from './input.ts'

type Needs = Pick<MemberCtx, 'env' | 'directory' | 'officeId' | 'member'>

/** Where mail for the office arrives. Owners also see the addresses and the secret of its webhooks. */
export async function listInbound(needs: Needs): Promise<InboundShown[]> {
  const { directory, officeId, member } = needs
  if (member.role === 'viewer') throw new Refusal('not_allowed', 'Only owners and staff see where mail arrives.')
  const addresses = await inboundAddressesOf(directory, officeId)
  return Promise.all(addresses.map((address) => shownInbound(needs, address)))
}

export async function shownInbound({ env, member }: Needs, address: InboundAddress): Promise<InboundShown> {
  const { key, label } = address
  const hook = (vendor: string) => `${env.PUBLIC_URL}/hooks/email/${vendor}/${key}`
  const hooks = async () => ({
    generic: hook('generic'),
    sendgrid: hook('sendgrid'),
    mailgun: hook('mailgun'),
    secret: await inboundSecret(env.SECRET_KEY, address),
  })
  return { key, label, address: `${key}@${env.INBOUND_DOMAIN}`, hooks: member.role === 'owner' ? await hooks() : null }
}
