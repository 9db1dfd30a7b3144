import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../worker/trpc/router.ts'

type Calendars = inferRouterOutputs<AppRouter>['calendars']
export type Feed = Calendars['feeds'][number]
export type Privacy = Feed['privacy']
export type Source = Calendars['sources'][number]
export type CalendarImport = Calendars['importById']
/** A calendar that somebody may decide about: a member’s, or that of a room. */
export type Owner = { name: string; userId: string | null; resourceId: string | null }
