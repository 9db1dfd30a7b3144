import type { OfficeCtx } from '../../context.ts'
import { rawTextKey } from '../files/keys.ts'
import { storeInbound } from '../inbox/store-inbound.ts'

type Needs = Pick<OfficeCtx, 'db' | 'officeId' | 'files' | 'jobs' | 'now' | 'newId'>
/** A text at the door: who wrote to which number, the carrier's id of it, and all that the carrier said. */
export type TextAtTheDoor = { id: string; from: string; to: string; fields: Record<string, string> }

/**
 * Takes in a text whose sender was verified: as it came into the files, then its row together with the job that reads
 * it. The same delivery again is stored once.
 */
export async function acceptText(needs: Needs, text: TextAtTheDoor): Promise<'accepted' | 'repeated'> {
  const { officeId, files, newId } = needs
  const id = newId()
  const rawKey = rawTextKey(officeId, id)
  const raw = new TextEncoder().encode(JSON.stringify(text.fields))
  await files.put(rawKey, raw, 'application/json')
  const envelope = { envelopeFrom: text.from, envelopeTo: text.to, sourceKey: text.id, rawBytes: raw.length }
  const row = { id, source: 'twilio' as const, rawKey, ...envelope }
  return storeInbound(needs, row, { kind: 'read_text', inboundId: id })
}
