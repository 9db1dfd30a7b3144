import { sentLocallyBy } from '../../../db/queries/sent-locally.ts'
import type { OfficeCtx } from '../../context.ts'
import type { SentLocally } from './input.ts'

const LIST_LIMIT = 50

/** The office's mails and texts that were kept here instead of being sent, newest first. Null: this deployment sends both. */
export async function listSentLocally({
  env,
  directory,
  officeId,
}: Pick<OfficeCtx, 'env' | 'directory' | 'officeId'>): Promise<SentLocally[] | null> {
  return env.MAIL_FROM && env.TWILIO_FROM ? null : sentLocallyBy(directory, officeId, LIST_LIMIT)
}
