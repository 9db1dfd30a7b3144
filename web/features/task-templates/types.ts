import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../worker/trpc/router.ts'

export type Template = inferRouterOutputs<AppRouter>['taskTemplates']['list'][number]
export type TemplateFields = Omit<Template, 'id' | 'version'>
