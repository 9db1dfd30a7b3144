import { z } from 'zod'
import { member, owner, router } from '../../trpc/procedures.ts'
import { changeField, createField, listFields, removeField } from './define-field.ts'
import { ChangeField, CreateField, FieldId, FieldShown, FieldStep, ListFields } from './input.ts'

export const fieldsRouter = router({
  list: member
    .input(ListFields)
    .output(z.array(FieldShown))
    .query(({ ctx, input }) => listFields(ctx, input)),
  create: owner
    .input(CreateField)
    .output(FieldStep.extend({ id: z.string() }))
    .mutation(({ ctx, input }) => createField(ctx, input)),
  change: owner
    .input(ChangeField)
    .output(FieldStep)
    .mutation(({ ctx, input }) => changeField(ctx, input)),
  remove: owner
    .input(FieldId)
    .output(FieldStep)
    .mutation(({ ctx, input }) => removeField(ctx, input)),
})
