import type { RefusalCode } from '../kernel/refusal.ts'

/** The HTTP status of each way to say no. */
export const STATUS = {
  unauthenticated: 401,
  not_allowed: 403,
  not_found: 404,
  invalid: 400,
  conflict: 409,
  too_large: 413,
  too_many: 429,
  unavailable: 503,
} as const satisfies Record<RefusalCode, number>
