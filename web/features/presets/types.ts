import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../worker/trpc/router.ts'

type Presets = inferRouterOutputs<AppRouter>['presets']
export type PresetKey = Presets['preview']['key']
export type Preview = Presets['preview']
export type Current = NonNullable<Presets['list']['current']>
export type Removal = Presets['removal']
export type Stay = Removal['stays'][number]
