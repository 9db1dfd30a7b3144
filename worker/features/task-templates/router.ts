import { z } from 'zod'
import { member, owner, router } from '../../trpc/procedures.ts'
import {
  AddTemplate,
  ChangeTemplate,
  RemoveTemplate,
  TaskMade,
  TemplateShown,
  TemplateStep,
  UseTemplate,
} from './input.ts'
import { listTemplates } from './list-templates.ts'
import { useTemplate } from './use-template.ts'
import { addTemplate, changeTemplate, removeTemplate } from './write-template.ts'

export const taskTemplatesRouter = router({
  list: member.output(z.array(TemplateShown)).query(({ ctx }) => listTemplates(ctx)),
  add: owner
    .input(AddTemplate)
    .output(TemplateStep)
    .mutation(({ ctx, input }) => addTemplate(ctx, input)),
  change: owner
    .input(ChangeTemplate)
    .output(TemplateStep)
    .mutation(({ ctx, input }) => changeTemplate(ctx, input)),
  remove: owner
    .input(RemoveTemplate)
    .output(TemplateStep)
    .mutation(({ ctx, input }) => removeTemplate(ctx, input)),
  use: member
    .input(UseTemplate)
    .output(TaskMade)
    .mutation(({ ctx, input }) => useTemplate(ctx, input)),
})
