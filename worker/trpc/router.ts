import { router } from './procedures.ts'

export const appRouter = router({})
export type AppRouter = typeof appRouter
