import { renewInboundSecret } from '../../../db/queries/office.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import type { InboundShown } from './input.ts'
import { shownInbound } from './list-inbound.ts'
import { type NoteNeeds, officeNote } from './office-note.ts'

type Needs = NoteNeeds & Pick<MemberCtx, 'env' | 'directory'>

/** Makes the secret of an inbound address a new one. What is signed with the old one is refused from then on. */
export async function rotateInboundSecret(needs: Needs, { key }: { key: string }): Promise<InboundShown> {
  const note = officeNote(needs, 'secret_rotated', key)
  const address = await renewInboundSecret(needs.directory, needs.officeId, key, note)
  if (!address) throw notFound('address')
  return shownInbound(needs, address)
}
