import { sentLocallyTo } from '../../../db/queries/sent-locally.ts'
import type { Ctx } from '../../context.ts'
import { notFound } from '../../kernel/refusal.ts'

const NEWEST = 5

/** The sign-in mails to an address, where no mail leaves the machine: otherwise nobody could read them at all. */
export async function localMails({ env, directory }: Pick<Ctx, 'env' | 'directory'>, { email }: { email: string }) {
  if (env.STAGE === 'production' || env.MAIL_FROM) throw notFound('list')
  return sentLocallyTo(directory, email, NEWEST)
}
