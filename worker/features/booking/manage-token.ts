import { hexOf, keyedDigest } from '../../kernel/digest.ts'
import { OfficeId } from '../../kernel/ids.ts'
import { isSameSecret } from '../../kernel/same-secret.ts'
import { DAY_MS } from '../../kernel/time.ts'

/** Longer than the farthest appointment that can be booked: an old mail still works after its appointment was moved. */
const VALID_MS = 800 * DAY_MS
/** Raised, it ends every link that was ever sent. */
const LINK_VERSION = 'v1'
/** Which secret signed it, so that the next one can be told from this. */
const KEY_ID = 'k1'
const MAC_LETTERS = 43
const LONGEST = 300

/** What a link in a mail opens: one appointment, to be seen, moved and cancelled by whoever holds it. */
export type Managed = { officeId: OfficeId; appointmentId: string }

const signed = async (secretKey: string, text: string) =>
  hexOf(await keyedDigest(secretKey, `appointment:${text}`)).slice(0, MAC_LETTERS)

/** The token of the link: whose and which appointment it opens and until when, without a word about the customer. */
export async function manageToken(secretKey: string, { officeId, appointmentId }: Managed, now: Date): Promise<string> {
  const until = (now.getTime() + VALID_MS).toString(36)
  const text = [officeId, appointmentId, 'manage', LINK_VERSION, until, KEY_ID].join('~')
  return `${text}~${await signed(secretKey, text)}`
}

/** What a token of ours opens. Null: forged, of another purpose or key, or too old. */
export async function readManageToken(secretKey: string, token: string, now: Date): Promise<Managed | null> {
  const [office, appointmentId = '', purpose, version, until = '', keyId, mac = '', ...more] =
    token.length > LONGEST ? [] : token.split('~')
  const isOurs = purpose === 'manage' && version === LINK_VERSION && keyId === KEY_ID && more.length === 0
  const officeId = OfficeId.safeParse(office)
  if (!isOurs || !officeId.success || !(Number.parseInt(until, 36) > now.getTime())) return null
  const text = token.slice(0, token.lastIndexOf('~'))
  return isSameSecret(mac, await signed(secretKey, text)) ? { officeId: officeId.data, appointmentId } : null
}
