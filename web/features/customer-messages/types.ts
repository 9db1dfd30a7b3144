import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../worker/trpc/router.ts'

type Outputs = inferRouterOutputs<AppRouter>['customerMessages']
type Inputs = inferRouterInputs<AppRouter>['customerMessages']
export type MessageSettings = Outputs['settings']
export type StepShown = MessageSettings['steps'][number]
export type Sample = Outputs['sample']
export type CustomerMessage = Outputs['ofAppointment'][number]
export type StepFields = Omit<Inputs['saveStep'], 'key' | 'serviceId' | 'version'>
