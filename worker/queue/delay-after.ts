import { HOUR_MS, SECOND_MS } from '../kernel/time.ts'

/** After so many failures, spread over about seven hours, a member has to look at the job. */
export const MAX_ATTEMPTS = 14

const FIRST_DELAY_MS = 5 * SECOND_MS
const LONGEST_DELAY_MS = 2 * HOUR_MS

/** How long to wait after the n-th failed attempt: twice as long each time. */
export const delayAfter = (attempts: number) => Math.min(FIRST_DELAY_MS * 2 ** (attempts - 1), LONGEST_DELAY_MS)
