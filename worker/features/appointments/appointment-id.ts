import { sha256Hex } from '../../kernel/digest.ts'
import type { OfficeId } from '../../kernel/ids.ts'

/**
 * The id of the appointment that a form makes: the same however often it is sent. Made from the key and not the key
 * itself, so that nobody who fills in a form can name an appointment that there is.
 */
export async function appointmentIdOf(officeId: OfficeId, key: string): Promise<string> {
  const hex = await sha256Hex(`appointment of ${officeId} by ${key}`)
  // A UUID of version 8 (RFC 9562, section 5.8): its bits are ours to choose.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
