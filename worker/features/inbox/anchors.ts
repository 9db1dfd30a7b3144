import type { OfficeCtx } from '../../context.ts'
import { hexOf, keyedDigest } from '../../kernel/digest.ts'
import { isSameSecret } from '../../kernel/same-secret.ts'

/** Nothing is ever sent to this domain; it only makes a reference recognisable as ours. */
const ANCHOR_DOMAIN = 'anchor.foyer'
const ANCHOR = /^([0-9a-f-]{36})\.([0-9a-f]{32})@anchor\.foyer$/
const MAC_BYTES = 16

type Needs = Pick<OfficeCtx, 'env' | 'officeId'>

/**
 * The reference that our mails of a conversation carry, without angle brackets. Carriers set the Message-ID themselves,
 * so an answer finds its way home by this; nobody else can make one, so that it also vouches for whoever sends it.
 */
export async function anchorOf(needs: Needs, conversationId: string): Promise<string> {
  return `${conversationId}.${await macOf(needs, conversationId)}@${ANCHOR_DOMAIN}`
}

/** The conversation that the first genuine anchor among the references names, or null. */
export async function anchoredIn(needs: Needs, references: string[]): Promise<string | null> {
  for (const reference of references) {
    const [, conversationId, mac] = ANCHOR.exec(reference) ?? []
    if (conversationId && mac && isSameSecret(mac, await macOf(needs, conversationId))) return conversationId
  }
  return null
}

async function macOf({ env, officeId }: Needs, conversationId: string): Promise<string> {
  const mac = await keyedDigest(env.SECRET_KEY, `anchor:${officeId}:${conversationId}`)
  return hexOf(mac.subarray(0, MAC_BYTES))
}
