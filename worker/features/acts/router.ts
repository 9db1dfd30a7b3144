import { z } from 'zod'
import { member, router } from '../../trpc/procedures.ts'
import { runningChanges } from '../views/bulk/running-changes.ts'
import { ActPage, ListActs, RunningChange, UndoAct, Undone } from './input.ts'
import { listActs } from './list-acts.ts'
import { undoAct } from './undo-act.ts'

export const actsRouter = router({
  list: member
    .input(ListActs)
    .output(ActPage)
    .query(({ ctx, input }) => listActs(ctx, input)),
  running: member.output(z.array(RunningChange)).query(({ ctx }) => runningChanges(ctx)),
  undo: member
    .input(UndoAct)
    .output(Undone)
    .mutation(({ ctx, input }) => undoAct(ctx, input)),
})
