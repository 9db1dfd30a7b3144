import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../worker/trpc/router.ts'

type Outputs = inferRouterOutputs<AppRouter>['imports']
export type Import = Outputs['byId']
export type Preview = Outputs['preview']
export type Kept = Outputs['kept'][number]
export type Mapping = Preview['mapping']
export type Target = Mapping['columns'][number]
