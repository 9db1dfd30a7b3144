import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../worker/trpc/router.ts'

export type Figures = inferRouterOutputs<AppRouter>['dashboard']['read']
export type Days = 7 | 30 | 90
