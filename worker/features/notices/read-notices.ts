import type { z } from 'zod'
import { countUnread, noticesOf, readNotice, readNotices } from '../../../db/queries/notices.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { MemberCtx } from '../../trpc/procedures.ts'
import type { MarkAllRead, MarkRead, NoticeShown } from './input.ts'

const MOST_SHOWN = 50

type Needs = Pick<MemberCtx, 'db' | 'officeId' | 'now' | 'desk' | 'member'>

/** What this member was told of late, newest first. */
export const listNotices = ({ db, officeId, member }: Needs): Promise<z.infer<typeof NoticeShown>[]> =>
  noticesOf(db, officeId, member.userId, MOST_SHOWN)

export const unreadNotices = ({ db, officeId, member }: Needs): Promise<number> =>
  countUnread(db, officeId, member.userId)

export async function markNotice(needs: Needs, { id }: z.infer<typeof MarkRead>): Promise<void> {
  const { db, officeId, member, now } = needs
  if (!(await readNotice(db, officeId, member.userId, id, now()))) throw notFound('notice')
  await tell(needs)
}

export async function markAllNotices(needs: Needs, { until }: z.infer<typeof MarkAllRead>): Promise<void> {
  const { db, officeId, member, now } = needs
  await readNotices(db, officeId, member.userId, until, now())
  await tell(needs)
}

/** The member's other screens stop counting it as well. */
const tell = ({ desk, member }: Needs) => desk.announce([{ topic: 'notice', ids: [member.userId], by: member.userId }])
