import { z } from 'zod'
import { member, router } from '../../trpc/procedures.ts'
import { accept, reject } from './decide.ts'
import { Accept, Decided, ListReview, Reject, ReviewPage, ReviewRow, Undo, Undone } from './input.ts'
import { listRecent, listReview } from './list-review.ts'
import { undo } from './undo.ts'

export const assistantRouter = router({
  review: member
    .input(ListReview)
    .output(ReviewPage)
    .query(({ ctx, input }) => listReview(ctx, input)),
  recent: member.output(z.array(ReviewRow)).query(({ ctx }) => listRecent(ctx)),
  accept: member
    .input(Accept)
    .output(Decided)
    .mutation(({ ctx, input }) => accept(ctx, input)),
  reject: member
    .input(Reject)
    .output(Decided)
    .mutation(({ ctx, input }) => reject(ctx, input)),
  undo: member
    .input(Undo)
    .output(Undone)
    .mutation(({ ctx, input }) => undo(ctx, input)),
})
