import { z } from 'zod'
import { member, owner, router } from '../../trpc/procedures.ts'
import { addService, changeService, moveService, removeService } from './change-services.ts'
import { AddService, ChangeService, MoveService, RemoveService, ServiceShown, Step } from './input.ts'
import { listServices } from './list-services.ts'

export const servicesRouter = router({
  list: member.output(z.array(ServiceShown)).query(({ ctx }) => listServices(ctx)),
  add: owner
    .input(AddService)
    .output(Step)
    .mutation(({ ctx, input }) => addService(ctx, input)),
  change: owner
    .input(ChangeService)
    .output(Step)
    .mutation(({ ctx, input }) => changeService(ctx, input)),
  move: owner
    .input(MoveService)
    .output(Step)
    .mutation(({ ctx, input }) => moveService(ctx, input)),
  remove: owner
    .input(RemoveService)
    .output(Step)
    .mutation(({ ctx, input }) => removeService(ctx, input)),
})
