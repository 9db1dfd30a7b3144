import { member, router } from '../../trpc/procedures.ts'
import { ActPage, ListActs, UndoAct, Undone } from './input.ts'
import { listActs } from './list-acts.ts'
import { undoAct } from './undo-act.ts'

export const actsRouter = router({
  list: member
    .input(ListActs)
    .output(ActPage)
    .query(({ ctx, input }) => listActs(ctx, input)),
  undo: member
    .input(UndoAct)
    .output(Undone)
    .mutation(({ ctx, input }) => undoAct(ctx, input)),
})
