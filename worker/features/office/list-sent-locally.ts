import { sentLocallyBy } from '../../../db/queries/sent-locally.ts'
import type { OfficeCtx } from '../../context.ts'
import type { SentLocally } from './input.ts'

const LIST_LIMIT = 50

/** The office's mails that were kept here instead of being sent, newest first. Null: this deployment does send mail. */
export async function listSentLocally({
  env,
  directory,
  officeId,
}: Pick<OfficeCtx, 'env' | 'directory' | 'officeId'>): Promise<SentLocally[] | null> {
  return env.MAIL_FROM ? null : sentLocallyBy(directory, officeId, LIST_LIMIT)
}
