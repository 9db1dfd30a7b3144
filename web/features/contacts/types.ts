import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../worker/trpc/router.ts'

type Contacts = inferRouterOutputs<AppRouter>['contacts']
export type ContactRow = Contacts['list']['rows'][number]
export type Contact = Contacts['byId']
export type Activity = Contacts['timeline']['rows'][number]
