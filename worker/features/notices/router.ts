import { z } from 'zod'
import { member, own, router } from '../../trpc/procedures.ts'
import { MarkAllRead, MarkRead, NoticeShown } from './input.ts'
import { listNotices, markAllNotices, markNotice, unreadNotices } from './read-notices.ts'

export const noticesRouter = router({
  list: member.output(z.array(NoticeShown)).query(({ ctx }) => listNotices(ctx)),
  unread: member.output(z.number()).query(({ ctx }) => unreadNotices(ctx)),
  markRead: own
    .input(MarkRead)
    .output(z.void())
    .mutation(({ ctx, input }) => markNotice(ctx, input)),
  markAllRead: own
    .input(MarkAllRead)
    .output(z.void())
    .mutation(({ ctx, input }) => markAllNotices(ctx, input)),
})
