import type { InboundSource } from '../../../db/schema/inbox.ts'
import type { OfficeCtx } from '../../context.ts'
import { hashing } from '../../kernel/hashing.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Files } from '../files/files.ts'
import { rawMailKey } from '../files/keys.ts'
import { storeInbound } from './store-inbound.ts'

/** The largest mail that is taken, by every door alike. */
export const LARGEST_MAIL_BYTES = 25 * 1024 * 1024
export const TOO_LARGE = 'This mail is larger than 25 MiB. Please send large files another way.'

export type MailAtTheDoor = {
  source: InboundSource
  /** The raw message, and how many bytes it has. */
  raw: { stream: ReadableStream<Uint8Array>; bytes: number }
  envelopeFrom: string
  envelopeTo: string
}
type Needs = Pick<OfficeCtx, 'db' | 'officeId' | 'files' | 'jobs' | 'now' | 'newId'>

/**
 * Takes in a mail whose sender was verified: the raw message into the files, then its row together with the job that
 * will read it. Whoever is told "accepted" is right to forget it. The same delivery again is stored once; a message that ends before
 * its length was reached is a fault, so that its sender tries again.
 */
export async function acceptMail(needs: Needs, mail: MailAtTheDoor): Promise<'accepted' | 'repeated'> {
  const { officeId, files, newId } = needs
  const { raw, ...envelope } = mail
  if (raw.bytes > LARGEST_MAIL_BYTES) throw new Refusal('too_large', TOO_LARGE)
  const id = newId()
  const rawKey = rawMailKey(officeId, id)
  const sourceKey = `${await keep(files, rawKey, raw)} ${mail.envelopeTo}`
  const row = { id, ...envelope, sourceKey, rawKey, rawBytes: raw.bytes }
  return storeInbound(needs, row, { kind: 'file_message', inboundId: id })
}

/** Streams the raw message into the files, which want to know its length beforehand, and answers its hash. */
async function keep(files: Files, key: string, raw: MailAtTheDoor['raw']): Promise<string> {
  const { through, hash } = hashing()
  const { readable, writable } = new FixedLengthStream(raw.bytes)
  await Promise.all([raw.stream.pipeThrough(through).pipeTo(writable), files.put(key, readable, 'message/rfc822')])
  return hash
}
