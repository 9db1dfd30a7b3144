import { hexOf, keyedDigest } from '../kernel/digest.ts'
import { OfficeId } from '../kernel/ids.ts'
import { isSameSecret } from '../kernel/same-secret.ts'
import { HOUR_MS } from '../kernel/time.ts'

const PASS_MS = HOUR_MS

export type ImagePass = { officeId: OfficeId; attachmentId: string }

const signed = async (secretKey: string, text: string) => hexOf(await keyedDigest(secretKey, `image:${text}`))

/** A part of an address that lets whoever holds it see one image of one mail for an hour. */
export async function imagePass(secretKey: string, { officeId, attachmentId }: ImagePass, now: Date): Promise<string> {
  const text = `${officeId}~${attachmentId}~${now.getTime() + PASS_MS}`
  return `${text}~${await signed(secretKey, text)}`
}

/** What a pass opens. Null: forged, or its hour is over. */
export async function openImagePass(secretKey: string, pass: string, now: Date): Promise<ImagePass | null> {
  const [office, attachmentId, until, mac = ''] = pass.split('~')
  const officeId = OfficeId.safeParse(office)
  if (!officeId.success || !attachmentId || Number(until) < now.getTime()) return null
  const isGenuine = isSameSecret(mac, await signed(secretKey, `${office}~${attachmentId}~${until}`))
  return isGenuine ? { officeId: officeId.data, attachmentId } : null
}
