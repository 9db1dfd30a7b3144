import { z } from 'zod'
import { member, router } from '../../trpc/procedures.ts'
import { changeKind, createKind, removeKind } from './define-kind.ts'
import {
  AddRelation,
  ChangeKind,
  CreateKind,
  KindShown,
  RelationShown,
  RelationStep,
  RelationsOf,
  RemoveKind,
  RemoveRelation,
} from './input.ts'
import { addRelation, listKinds, relationsOf, removeRelation } from './relate.ts'

export const relationsRouter = router({
  ofContact: member
    .input(RelationsOf)
    .output(z.array(RelationShown))
    .query(({ ctx, input }) => relationsOf(ctx, input)),
  kinds: member.output(z.array(KindShown)).query(({ ctx }) => listKinds(ctx)),
  createKind: member
    .input(CreateKind)
    .output(RelationStep)
    .mutation(({ ctx, input }) => createKind(ctx, input)),
  changeKind: member
    .input(ChangeKind)
    .output(RelationStep)
    .mutation(({ ctx, input }) => changeKind(ctx, input)),
  removeKind: member
    .input(RemoveKind)
    .output(RelationStep)
    .mutation(({ ctx, input }) => removeKind(ctx, input)),
  add: member
    .input(AddRelation)
    .output(RelationStep)
    .mutation(({ ctx, input }) => addRelation(ctx, input)),
  remove: member
    .input(RemoveRelation)
    .output(RelationStep)
    .mutation(({ ctx, input }) => removeRelation(ctx, input)),
})
