import { type TRPC_ERROR_CODE_KEY, type TRPCDefaultErrorShape, TRPCError } from '@trpc/server'
import { ZodError, z } from 'zod'
import { Refusal, type RefusalCode } from '../kernel/refusal.ts'
import { DiaryRefusal, TimeRefusal } from '../kernel/time-refusal.ts'

const CODES: Record<RefusalCode, TRPC_ERROR_CODE_KEY> = {
  unauthenticated: 'UNAUTHORIZED',
  not_allowed: 'FORBIDDEN',
  not_found: 'NOT_FOUND',
  invalid: 'BAD_REQUEST',
  conflict: 'CONFLICT',
  too_large: 'PAYLOAD_TOO_LARGE',
  too_many: 'TOO_MANY_REQUESTS',
  unavailable: 'SERVICE_UNAVAILABLE',
}

/** What an input was refused for, in one sentence that names the field. */
function sentenceOf(error: ZodError): string {
  const [issue] = error.issues
  if (!issue) return 'This input cannot be read.'
  return issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message
}

/** The tRPC error for a refusal, or for an input that its schema refused. */
export function asTrpcError(error: TRPCError): TRPCError {
  const { cause } = error
  if (cause instanceof Refusal) return new TRPCError({ code: CODES[cause.code], message: cause.message, cause })
  if (cause instanceof ZodError) return new TRPCError({ code: error.code, message: sentenceOf(cause), cause })
  return error
}

/** What the client is shown: the sentence, the refusal's code and the fields, never a stack. */
export function shownError(shape: TRPCDefaultErrorShape, error: TRPCError) {
  const { cause } = error
  return {
    ...shape,
    data: {
      code: shape.data.code,
      httpStatus: shape.data.httpStatus,
      refusal: cause instanceof Refusal ? cause.code : null,
      /** Where a time was refused, those nearest to it that can be had. */
      alternatives: cause instanceof TimeRefusal ? cause.alternatives : null,
      /** What the desk refused it for. */
      why: cause instanceof DiaryRefusal ? cause.why : null,
      fields: cause instanceof ZodError && error.code === 'BAD_REQUEST' ? z.flattenError(cause).fieldErrors : null,
    },
  }
}
