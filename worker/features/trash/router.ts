import { member, router } from '../../trpc/procedures.ts'
import { discard } from './discard.ts'
import { Discard, Discarded } from './input.ts'

export const trashRouter = router({
  discard: member
    .input(Discard)
    .output(Discarded)
    .mutation(({ ctx, input }) => discard(ctx, input)),
})
