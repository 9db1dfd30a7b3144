import { z } from 'zod'
import { member, router } from '../../trpc/procedures.ts'
import { ChangeView, ListViews, SaveView, ViewId, ViewShown, ViewStep } from './input.ts'
import { changeView, listViews, removeView, saveView } from './save-view.ts'

export const viewsRouter = router({
  list: member
    .input(ListViews)
    .output(z.array(ViewShown))
    .query(({ ctx, input }) => listViews(ctx, input)),
  save: member
    .input(SaveView)
    .output(ViewStep)
    .mutation(({ ctx, input }) => saveView(ctx, input)),
  change: member
    .input(ChangeView)
    .output(ViewStep)
    .mutation(({ ctx, input }) => changeView(ctx, input)),
  remove: member
    .input(ViewId)
    .output(ViewStep)
    .mutation(({ ctx, input }) => removeView(ctx, input)),
})
