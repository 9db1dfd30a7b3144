import { isTRPCClientError } from '@trpc/client'
import type { AppRouter } from '../../../worker/trpc/router.ts'
import { sentenceOf } from '../../problem.ts'

export type Offer = { startsAt: number; staffIds: string[] }
/** Why the desk said no, and what it offers instead. Null where it never answered. */
export type Refused = { why: string | null; sentence: string; alternatives: Offer[] }

/** What a call failed with, as the calendar can deal with it. */
export function refusedOf(error: unknown): Refused {
  const data = isTRPCClientError<AppRouter>(error) ? error.data : null
  return { why: data?.why ?? null, sentence: sentenceOf(error), alternatives: data?.alternatives ?? [] }
}

/** Whether a member may go past it: hours, notice, limits and the grid, but never over what is taken. */
export const mayGoPast = ({ why }: Refused) => why === 'not_offered'
