import { member, router } from '../../trpc/procedures.ts'
import { callerCards } from './caller-card.ts'
import { find } from './find.ts'
import { CallerCards, Find, Finds } from './input.ts'

export const searchRouter = router({
  find: member
    .input(Find)
    .output(Finds)
    .query(({ ctx, input }) => find(ctx, input)),
  callers: member
    .input(Find)
    .output(CallerCards)
    .query(({ ctx, input }) => callerCards(ctx, input)),
})
