import type { InboundAddress } from '../../../db/schema/office.ts'
import { base64Of } from '../../kernel/base64.ts'
import { keyedDigest } from '../../kernel/digest.ts'

/** The secret that signs for one inbound address, in the form of Standard Webhooks. Derived, so that none is stored. */
export async function inboundSecret(
  secretKey: string,
  { key, secretVersion }: Pick<InboundAddress, 'key' | 'secretVersion'>,
): Promise<string> {
  return `whsec_${base64Of(await keyedDigest(secretKey, `inbound:${key}:${secretVersion}`))}`
}
