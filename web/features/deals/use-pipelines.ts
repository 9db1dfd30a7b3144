import { useQuery } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../worker/trpc/router.ts'
import { trpc } from '../../api.ts'

type Pipelines = inferRouterOutputs<AppRouter>['pipelines']['list']
export type Pipeline = Pipelines['pipelines'][number]
export type PipelineStage = Pipeline['stages'][number]
export type LostReason = Pipelines['lostReasons'][number]

/** The pipelines of the office with their stages, and why deals are lost here. */
export const usePipelines = () => useQuery(trpc.pipelines.list.queryOptions())
