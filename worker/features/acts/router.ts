import { member, router } from '../../trpc/procedures.ts'
import { UndoAct, Undone } from './input.ts'
import { undoAct } from './undo-act.ts'

export const actsRouter = router({
  undo: member
    .input(UndoAct)
    .output(Undone)
    .mutation(({ ctx, input }) => undoAct(ctx, input)),
})
