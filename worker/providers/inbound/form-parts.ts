import type { z } from 'zod'
import { jsonOf } from '../../kernel/json.ts'
import { multipartParts } from './multipart.ts'
import { urlEncodedParts } from './url-encoded.ts'

/** One field or file of a form, its bytes exactly as sent. */
export type FormPart = { name: string; filename: string | null; type: string | null; bytes: Uint8Array }

/** The parts of a form of either kind, in order; null when the body is no such form or a broken one. */
export function formParts(contentType: string, body: Uint8Array): FormPart[] | null {
  const kind = contentType.split(';', 1)[0]?.trim().toLowerCase()
  if (kind === 'multipart/form-data') return multipartParts(body, contentType)
  return kind === 'application/x-www-form-urlencoded' ? urlEncodedParts(body) : null
}

/** The first part of this name. */
export const partNamed = (parts: FormPart[], name: string) => parts.find((part) => part.name === name) ?? null

/** The field of this name, read as UTF-8, or null when it is not there. */
export function textNamed(parts: FormPart[], name: string): string | null {
  const part = partNamed(parts, name)
  return part && new TextDecoder().decode(part.bytes)
}

/** The field of this name, read as JSON of this shape, or null when it is not there or something else. */
export function jsonNamed<T>(parts: FormPart[], name: string, shape: z.ZodType<T>): T | null {
  const parsed = shape.safeParse(jsonOf(textNamed(parts, name) ?? ''))
  return parsed.success ? parsed.data : null
}
