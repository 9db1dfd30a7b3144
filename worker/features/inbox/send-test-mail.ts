import type { z } from 'zod'
import { countInbound } from '../../../db/queries/inbound.ts'
import { inboundAddressesOf } from '../../../db/queries/office.ts'
import { TEST_MAILS } from '../../../db/seed/test-mails.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import { acceptWrittenMail } from './accept-written-mail.ts'
import type { TestMailSent } from './input.ts'
import { mailboxOf } from './rules/written-mail.ts'

type Needs = Pick<MemberCtx, 'env' | 'directory' | 'db' | 'office' | 'officeId' | 'files' | 'jobs' | 'now' | 'newId'>

/** Lets a mail of a made-up customer arrive, another one each time, for somebody who wants to see what happens. */
export async function sendTestMail(needs: Needs): Promise<z.infer<typeof TestMailSent>> {
  const { directory, db, officeId, newId } = needs
  const [[inbox], arrived] = await Promise.all([inboundAddressesOf(directory, officeId), countInbound(db, officeId)])
  if (!inbox) throw notFound('inbox')
  const { from, subject, text } = TEST_MAILS[arrived % TEST_MAILS.length] ?? TEST_MAILS[0]
  const mail = { from: mailboxOf(from), subject, messageId: `${newId()}@test-mail.example`, body: text }
  await acceptWrittenMail(needs, inbox.key, mail)
  return { from: mail.from.name, subject }
}
