import { jsonOf } from '../../worker/kernel/json.ts'
import { FromScreen } from '../../worker/kernel/live.ts'

export const MAX_MESSAGE_BYTES = 4096

/** What a screen said; null when it is binary, too long, not JSON, or nothing that a screen says. */
export function readMessage(raw: string | ArrayBuffer): FromScreen | null {
  if (typeof raw !== 'string' || raw.length > MAX_MESSAGE_BYTES) return null
  if (new TextEncoder().encode(raw).length > MAX_MESSAGE_BYTES) return null
  return FromScreen.safeParse(jsonOf(raw)).data ?? null
}
