import { z } from 'zod'
import { member, router } from '../../trpc/procedures.ts'
import { AddRelation, KindShown, RelationShown, RelationStep, RelationsOf, RemoveRelation } from './input.ts'
import { addRelation, listKinds, relationsOf, removeRelation } from './relate.ts'

export const relationsRouter = router({
  ofContact: member
    .input(RelationsOf)
    .output(z.array(RelationShown))
    .query(({ ctx, input }) => relationsOf(ctx, input)),
  kinds: member.output(z.array(KindShown)).query(({ ctx }) => listKinds(ctx)),
  add: member
    .input(AddRelation)
    .output(RelationStep)
    .mutation(({ ctx, input }) => addRelation(ctx, input)),
  remove: member
    .input(RemoveRelation)
    .output(RelationStep)
    .mutation(({ ctx, input }) => removeRelation(ctx, input)),
})
