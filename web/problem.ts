import { isTRPCClientError } from '@trpc/client'
import type { AppRouter } from '../worker/trpc/router.ts'

/** What went wrong, in a sentence that says what to do. A fault's own words are for programmers and are not shown. */
export function sentenceOf(error: unknown): string {
  if (typeof navigator !== 'undefined' && !navigator.onLine)
    return 'You are offline. This will work again once you are connected.'
  if (isTRPCClientError<AppRouter>(error)) {
    if (error.data) return error.message
    return 'Foyer could not be reached. Check your connection and try again.'
  }
  if (error instanceof Error && error.name === 'Answer') return error.message
  return 'Something went wrong. Please try again.'
}

/** Whether the session has ended, so that only signing in again helps. */
export const isSignedOut = (error: unknown) =>
  isTRPCClientError<AppRouter>(error) && error.data?.code === 'UNAUTHORIZED'

/** A "no" stays a "no" however often it is asked; only faults and lost connections are worth another try. */
export const isWorthRetrying = (error: unknown) => !(isTRPCClientError<AppRouter>(error) && error.data?.refusal)

/** What was answered by what stands there now, instead of by a refusal. */
export class SomebodyWasFaster extends Error {
  override name = 'Answer'
}

/** Whether somebody else was quicker: what stands there now is not what this member saw. */
export const isConflict = (error: unknown) =>
  error instanceof SomebodyWasFaster || (isTRPCClientError<AppRouter>(error) && error.data?.refusal === 'conflict')
