import { z } from 'zod'
import { member, owner, router } from '../../trpc/procedures.ts'
import { Step } from '../services/input.ts'
import { addResource, changeResource, listResources, moveResource, removeResource } from './change-resources.ts'
import { AddResource, ChangeResource, MoveResource, RemoveResource, ResourceShown } from './input.ts'

export const resourcesRouter = router({
  list: member.output(z.array(ResourceShown)).query(({ ctx }) => listResources(ctx)),
  add: owner
    .input(AddResource)
    .output(Step)
    .mutation(({ ctx, input }) => addResource(ctx, input)),
  change: owner
    .input(ChangeResource)
    .output(Step)
    .mutation(({ ctx, input }) => changeResource(ctx, input)),
  move: owner
    .input(MoveResource)
    .output(Step)
    .mutation(({ ctx, input }) => moveResource(ctx, input)),
  remove: owner
    .input(RemoveResource)
    .output(Step)
    .mutation(({ ctx, input }) => removeResource(ctx, input)),
})
