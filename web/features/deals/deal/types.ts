import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../../worker/trpc/router.ts'

export type Deal = inferRouterOutputs<AppRouter>['deals']['byId']
export type Changes = inferRouterInputs<AppRouter>['deals']['change']['changes']
export type Facts = inferRouterInputs<AppRouter>['deals']['change']['seen']
export type Clash = Extract<inferRouterOutputs<AppRouter>['deals']['change'], { state: 'clash' }>
export type Field = Clash['fields'][number]

/** The fields of a deal that a member can change. */
export const factsOf = ({ title, amountMinor, currency, expectedOn, contactId, ownerId }: Facts): Facts => ({
  ...{ title, amountMinor, currency, expectedOn, contactId, ownerId },
})
