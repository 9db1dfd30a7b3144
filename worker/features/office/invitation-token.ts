import { base64Of, bytesFromBase64 } from '../../kernel/base64.ts'
import { isKeyedDigest, keyedDigest } from '../../kernel/digest.ts'
import { OfficeId } from '../../kernel/ids.ts'

const DIGEST_LETTERS = 43

const signedText = (officeId: string, id: string) => `invitation:${officeId}:${id}`

/** The token of an invitation's link: whose it is, and a keyed digest instead of a secret that would have to be stored. */
export async function invitationToken(secretKey: string, officeId: OfficeId, id: string): Promise<string> {
  const digest = base64Of(await keyedDigest(secretKey, signedText(officeId, id)))
  return `${officeId}.${id}.${digest.replaceAll('+', '-').replaceAll('/', '_').slice(0, DIGEST_LETTERS)}`
}

/** The invitation that a token of ours names; null for any other text. */
export async function readInvitationToken(secretKey: string, token: string) {
  const [officeId = '', id = '', letters = ''] = token.split('.')
  const digest = bytesFromBase64(`${letters.replaceAll('-', '+').replaceAll('_', '/')}=`)
  if (!digest || !(await isKeyedDigest(secretKey, signedText(officeId, id), digest))) return null
  return { officeId: OfficeId.parse(officeId), id }
}
