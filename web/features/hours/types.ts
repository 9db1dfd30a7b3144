import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../worker/trpc/router.ts'

export type Hours = inferRouterOutputs<AppRouter>['hours']['read']
