import { renewInboundSecret } from '../../../db/queries/office.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import type { InboundShown } from './input.ts'
import { shownInbound } from './list-inbound.ts'

type Needs = Pick<MemberCtx, 'env' | 'directory' | 'officeId' | 'member'>

/** Makes the secret of an inbound address a new one. What is signed with the old one is refused from then on. */
export async function rotateInboundSecret(needs: Needs, { key }: { key: string }): Promise<InboundShown> {
  const address = await renewInboundSecret(needs.directory, needs.officeId, key)
  if (!address) throw notFound('address')
  return shownInbound(needs, address)
}
